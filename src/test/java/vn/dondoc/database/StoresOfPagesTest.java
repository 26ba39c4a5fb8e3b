package vn.dondoc.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scope of an actor is set when a transaction begins: a page that asks a store outside of one
 * is told of no rows at all, without an error.
 */
class StoresOfPagesTest {
  @Test
  void storeThatAPageAsksItselfBeginsATransaction() throws ClassNotFoundException {
    var pages = new ClassPathScanningCandidateComponentProvider(false);
    pages.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    Set<String> scopeless = new TreeSet<>();
    int looked = 0;
    for (var page : pages.findCandidateComponents("vn.dondoc")) {
      Class<?> type = Class.forName(((AnnotatedBeanDefinition) page).getMetadata().getClassName());
      looked++;
      for (Constructor<?> made : type.getDeclaredConstructors()) {
        for (Class<?> asked : made.getParameterTypes()) {
          if (asked.isAnnotationPresent(Repository.class)
              && !asked.isAnnotationPresent(Transactional.class)) {
            scopeless.add(type.getSimpleName() + " asks " + asked.getSimpleName());
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(50);
    assertThat(scopeless).isEmpty();
  }
}
