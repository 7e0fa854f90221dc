package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code docs/generated-code.md} shows is what is generated. A block names its file below
 * {@code golden/newsletter}; a line of dots stands for what is left out.
 */
class GeneratedCodePageTest {
  private static final Path PAGE = Path.of("..", "docs", "generated-code.md");
  private static final Path CASE = Golden.SOURCES.resolve("golden").resolve("newsletter");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```[a-z]+ (?<file>\\S+)\n(?<text>.*?)^```$");

  static Stream<MatchResult> blocks() {
    return BLOCK.matcher(Golden.read(PAGE)).results();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void theFileHasWhatIsShown(MatchResult block) {
    String file = Golden.read(CASE.resolve(block.group(1)));

    assertThat(file).as(block.group(1)).containsSubsequence(parts(block.group(2)));
  }

  private static String[] parts(String shown) {
    return shown.split("(?m)^ *\\.\\.\\.\n");
  }
}
