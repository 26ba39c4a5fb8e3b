package vn.dondoc.cli;

import java.util.Locale;
import vn.dondoc.kernel.Refusal;

/** Why a command does not do what it was asked. */
public enum CliRefusal implements Refusal.Code {
  OPTION_UNKNOWN,
  OPTION_VALUE,
  OPTION_NUMBER,
  OPTION_MISSING,
  DATABASE_ADDRESS,
  PASSWORD_IN_ADDRESS,
  PASSWORD_FILE,
  DATABASE_UNREACHABLE,
  DATABASE_DENIED,
  DATABASE_VERSION,
  MIGRATION_FAILED,
  AUDIT_UNREADABLE,
  AUDIT_IN_USE,
  LEDGER_UNREADABLE,
  LEDGER_IN_USE,
  ANCHORS_UNREADABLE,
  PORT_TAKEN,
  PORT_FORBIDDEN,
  SERVER_START,
  PROGRAMS_MISSING,
  DEMO_RUNNING,
  DISK_FULL,
  FOLDER_FOREIGN,
  FOLDER_NOT_FOLDER,
  FOLDER_NOT_WRITABLE,
  NO_TRIAL,
  FOLDER_DAMAGED,
  FOLDER_VERSION,
  ROOT_CONFINED,
  DATABASE_START,
  DATABASE_LOST,
  COMMAND_UNKNOWN,
  FOLDER_UNREADABLE,
  FOLDER_EMPTY,
  NAME_EMPTY,
  STANDARD_INPUT,
  NOT_OFFICIAL,
  GOLD_UNREADABLE,
  GOLD_TEXT_MISSING,
  GOLD_NONE;

  @Override
  public String key() {
    return "cli.refusal." + name().toLowerCase(Locale.ROOT);
  }

  /** The command was called with words it does not know, rather than failing at its work. */
  boolean isWrongCall() {
    return name().startsWith("OPTION_");
  }
}
