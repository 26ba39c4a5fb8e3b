package vn.dondoc.testing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.Application;

/**
 * The whole server on a free port, on a database of its own.
 *
 * @param context its beans, for arranging the world through the modules' doors
 * @param database where it keeps everything
 */
public record Server(ConfigurableApplicationContext context, TestDatabase database)
    implements AutoCloseable {

  /** Starts a server on a fresh database. */
  public static Server start() {
    return start(TestDatabase.fresh());
  }

  /** Starts a server, or a second one, on this database. */
  public static Server start(TestDatabase database) {
    return new Server(on(database.url()), database);
  }

  /** Starts a server whose statements are counted. */
  public static Server start(TestDatabase database, CountedStatements counted) {
    return new Server(on(database.url(), counted, Map.of()), database);
  }

  /** Starts a server with these settings besides. */
  public static Server start(TestDatabase database, Map<String, Object> settings) {
    return new Server(on(database.url(), null, settings), database);
  }

  static ConfigurableApplicationContext on(String url) {
    return on(url, null, Map.of());
  }

  private static ConfigurableApplicationContext on(
      String url, @Nullable CountedStatements counted, Map<String, Object> besides) {
    SpringApplication application = new SpringApplication(Application.class);
    if (counted != null) {
      application.addInitializers(
          context -> context.getBeanFactory().addBeanPostProcessor(counted));
    }
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.datasource.url", url,
                "spring.datasource.username", TestDatabase.APP_ROLE,
                "spring.datasource.password", TestDatabase.APP_PASSWORD,
                "dondoc.illustrative", "true",
                "dondoc.province", "Lạng Sơn"));
    settings.putAll(besides);
    application.setDefaultProperties(settings);
    return application.run();
  }

  /** A bean of the server. */
  public <T> T door(Class<T> type) {
    return context.getBean(type);
  }

  public String address(String path) {
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return "http://127.0.0.1:" + port + path;
  }

  @Override
  public void close() {
    context.close();
  }
}
