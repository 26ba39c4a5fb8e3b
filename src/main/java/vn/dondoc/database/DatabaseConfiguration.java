package vn.dondoc.database;

import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import vn.dondoc.kernel.ProvinceDay;

@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class DatabaseConfiguration {
  private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    RoleGuard.requireBoundRole(dataSource);
    return new ScopedTransactionManager(dataSource);
  }

  @Bean
  Clock clock() {
    return Clock.system(VIET_NAM);
  }

  @Bean
  ProvinceDay provinceDay(JdbcClient jdbc, Clock clock) {
    return new StoredDay(jdbc, clock);
  }
}
