package vn.dondoc;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server: every module's beans, started by {@code vn.dondoc.cli}. */
@SpringBootApplication
public class Application {}
