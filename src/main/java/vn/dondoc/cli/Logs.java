package vn.dondoc.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Nhật ký kỹ thuật của dòng lệnh: until the server sets its own, only warnings are said. */
public final class Logs {
  private Logs() {}

  public static void warningsOnly() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }

  /** Nothing at all: what a format library thinks of a damaged file is no answer to a person. */
  public static void silent() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
  }
}
