package vn.dondoc.cli;

import java.io.PrintStream;
import vn.dondoc.web.Texts;

/** Cửa sổ dòng lệnh: where a command speaks, and in which language. */
public record Terminal(PrintStream out, PrintStream err, Texts texts) {}
