package dev.lockstep.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.SecretValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private enum Mode {
    FAST,
    SAFE
  }

  private enum Only {
    ONE
  }

  /** A flavor that has the given options and makes nothing. */
  private record Given(List<FlavorOption> options) implements ComponentFlavor<AutoCloseable> {
    @Override
    public ComponentType type() {
      return ComponentType.SECRETS_MANAGER;
    }

    @Override
    public String name() {
      return "given";
    }

    @Override
    public String description() {
      return "For tests.";
    }

    @Override
    public AutoCloseable create(ComponentContext context) {
      throw new UnsupportedOperationException();
    }
  }

  private static Options options(Map<String, String> attributes, FlavorOption... options) {
    return Options.of(
        new Given(Arrays.asList(options)),
        new ComponentContext(
            "mine", attributes, new LockstepHome(Path.of("/state")), Map.of("HOME", "/home/me")));
  }

  private static FlavorOption optional(String name, String type) {
    return FlavorOption.optional(name, type, "");
  }

  @Test
  void attributesAreReadAsWhatTheirOptionsStandFor() {
    Options options =
        options(
            Map.of(
                "text",
                "a",
                "url",
                "http://x",
                "count",
                "7",
                "size",
                "8000000000",
                "rate",
                "0.5",
                "on",
                "true",
                "wait",
                "PT5S",
                "file",
                "~/a/b",
                "mode",
                "SAFE",
                "only",
                "ONE"),
            optional("text", "text"),
            optional("url", "uri"),
            optional("count", "int"),
            optional("size", "long"),
            optional("rate", "double"),
            optional("on", "boolean"),
            optional("wait", "duration"),
            optional("file", "path"),
            optional("mode", "FAST|SAFE"),
            optional("only", "ONE"),
            FlavorOption.withDefault("tries", "int", "3", ""));

    assertThat(options.value("text", String.class)).isEqualTo("a");
    assertThat(options.value("text", SecretValue.class)).isEqualTo(SecretValue.of("a"));
    assertThat(options.value("url", URI.class)).isEqualTo(URI.create("http://x"));
    assertThat(options.value("count", Integer.class)).isEqualTo(7);
    assertThat(options.value("size", Long.class)).isEqualTo(8_000_000_000L);
    assertThat(options.value("rate", Double.class)).isEqualTo(0.5);
    assertThat(options.value("on", Boolean.class)).isTrue();
    assertThat(options.value("wait", Duration.class)).isEqualTo(Duration.ofSeconds(5));
    assertThat((Object) options.value("file", Path.class)).isEqualTo(Path.of("/home/me/a/b"));
    assertThat(options.value("mode", Mode.class)).isEqualTo(Mode.SAFE);
    assertThat(options.value("only", Only.class)).isEqualTo(Only.ONE);
    assertThat(options.value("tries", Integer.class)).isEqualTo(3);
    assertThat(options.optional("count", Integer.class)).contains(7);
  }

  @Test
  void anAttributeThatIsAbsentIsEmptyOnlyWhereItMayBe() {
    Options options = options(Map.of(), optional("mode", "FAST|SAFE"));

    assertThat(options.optional("mode", Mode.class)).isEmpty();
    assertThatThrownBy(() -> options.value("mode", Mode.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attributesOfAnotherFormAreToldByWhatTheyShouldBe() {
    assertThatThrownBy(
            () ->
                options(
                    Map.of("size", "1e3", "rate", "half", "mode", "fast", "only", "TWO"),
                    optional("size", "long"),
                    optional("rate", "double"),
                    optional("mode", "FAST|SAFE"),
                    optional("only", "ONE")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("'size' is not a whole number of at most 64 bits")
        .hasMessageContaining("'rate' is not a number such as 0.5")
        .hasMessageContaining("'mode' is not one of FAST, SAFE")
        .hasMessageContaining("'only' is not one of ONE");
  }
}
