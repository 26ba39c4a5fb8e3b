package vn.dondoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of the house: length of methods and files, number of parameters, names. */
class HouseLimitsTest {
  private static final int METHOD_LINES = 60;
  private static final int FILE_LINES = 400;
  private static final int PARAMETERS = 5;
  // A transaction manager is Spring's own noun, not a class that manages something of ours.
  private static final String UNWANTED_NAME =
      ".*(Service|(?<!Transaction)Manager|Impl|Dto|Util|Utils|Helper)|Base.+";

  @TempDir Path work;

  @Test
  void methodsFilesAndNamesKeepTheLimits() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String root : List.of("src/main/java", "src/test/java", "src/bench/java")) {
      if (Files.isDirectory(Path.of(root))) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    assertThat(sources).hasSizeGreaterThan(20);
    assertThat(breaches(sources)).isEmpty();
  }

  @Test
  void findsMethodTooLongTooManyParametersAndUnwantedName() throws IOException {
    String body = "    int a = 0;\n".repeat(METHOD_LINES);
    Path source =
        Files.writeString(
            work.resolve("TaskHelper.java"),
            "class TaskHelper {\n  void longer() {\n"
                + body
                + "  }\n  void wide(int a, int b, int c, int d, int e, int f) {}\n"
                + "  TaskHelper(int a, int b, int c, int d, int e, int f) {}\n"
                + "  record Row(int a, int b, int c, int d, int e, int f) {}\n}\n");
    Path longFile = Files.writeString(work.resolve("Long.java"), "\n".repeat(FILE_LINES + 1));
    assertThat(breaches(List.of(source, longFile)))
        .satisfiesExactlyInAnyOrder(
            breach -> assertThat(breach).contains("TaskHelper.java", "name TaskHelper"),
            breach -> assertThat(breach).contains("longer", "62 lines"),
            breach -> assertThat(breach).contains("wide", "6 parameters"),
            breach -> assertThat(breach).contains("Long.java", "401 lines"));
  }

  private static List<String> breaches(List<Path> sources) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : sources) {
      long lines;
      try (Stream<String> all = Files.lines(source)) {
        lines = all.count();
      }
      if (lines > FILE_LINES) {
        found.add(source + ": " + lines + " lines");
      }
    }
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(unit, positions, found).scan(unit, null);
      }
    }
    return found;
  }

  private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> found;

    Reader(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }

    private void report(Tree tree, String words) {
      long line = line(positions.getStartPosition(unit, tree));
      found.add(Path.of(unit.getSourceFile().toUri()).getFileName() + ":" + line + ": " + words);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      if (type.getSimpleName().toString().matches(UNWANTED_NAME)) {
        report(type, "name " + type.getSimpleName());
      }
      return super.visitClass(type, unused);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      long end = positions.getEndPosition(unit, method);
      if (end >= 0) {
        // From the signature, not from the words above it.
        Tree first = method.getReturnType() == null ? method : method.getReturnType();
        long lines = line(end) - line(positions.getStartPosition(unit, first)) + 1;
        if (lines > METHOD_LINES) {
          report(method, method.getName() + " has " + lines + " lines");
        }
        boolean constructor = method.getReturnType() == null;
        if (!constructor && method.getParameters().size() > PARAMETERS) {
          report(
              method, method.getName() + " has " + method.getParameters().size() + " parameters");
        }
      }
      return super.visitMethod(method, unused);
    }
  }
}
