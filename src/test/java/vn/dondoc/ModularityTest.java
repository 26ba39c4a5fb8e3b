package vn.dondoc;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
  @Test
  void modulesUseOnlyWhatTheirPackageInfoAllows() {
    ApplicationModules.of(Application.class).verify();
  }
}
