package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages are true. A block marked {@code sh} is done, each command of it has to succeed, unless
 * the block says {@code exit=CODE}, and what the block marked {@code text} behind it shows has to
 * be what was printed. A block of another language with the name of a file becomes that file, and
 * one of Java without a name has to be a part of a file that is there.
 *
 * <p>Each page begins with an empty home and an empty folder. One that begins with {@code <!-- in:
 * PAGE -->} first writes the files of that page and compiles them.
 */
class DocumentationTest {
  private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();

  private static final String PROJECT = "how-to/README.md";

  private static Tools tools;
  private static Path project;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare(@TempDir Path shared, @TempDir Path root) throws Exception {
    tools = Tools.in(shared);
    project = compileProject(root);
  }

  static Stream<String> pages() throws IOException {
    try (Stream<Path> howTos = Files.list(DOCS.resolve("how-to"))) {
      List<String> names = howTos.map(page -> DOCS.relativize(page).toString()).sorted().toList();
      return Stream.concat(Stream.of("command-line.md", "coming-from-zenml.md"), names.stream());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  @Execution(ExecutionMode.CONCURRENT)
  void whatThePageShowsIsWhatItsCommandsPrint(String name) throws Exception {
    Reader reader = Reader.with(tools, folder);
    prepare(reader, name);
    assertThat(reader.follow(Page.read(DOCS, name), Block::isForClone)).isEmpty();
  }

  /** Gives the reader the files of another page, compiled. */
  private static void prepare(Reader reader, String name) throws Exception {
    String first = Files.readAllLines(DOCS.resolve(name)).get(0);
    if (first.startsWith("<!-- in: ")) {
      String other = first.substring("<!-- in: ".length(), first.indexOf(" -->"));
      assertThat(other).as("the only page whose files are compiled").isEqualTo(PROJECT);
      run(reader, "cp -a '" + project + "/.' .");
    }
  }

  /** Compiled once, because a compiler takes longer than all else that a page does. */
  private static Path compileProject(Path root) throws Exception {
    Reader author = Reader.with(tools, root);
    for (Block block : Page.read(DOCS, PROJECT).blocks()) {
      if (block.isFile()) {
        author.write(block);
      }
    }
    run(author, "mvn -q compile");
    return author.folder();
  }

  private static void run(Reader reader, String command) throws Exception {
    Reader.Reply reply = reader.run(new Block(0, "sh", "", List.of(command)));
    assertThat(reply.exitCode()).as(reply.printed()).isZero();
  }
}
