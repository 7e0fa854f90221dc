package dev.lockstep.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretReferenceTest {
  private static String replaced(String text) {
    return SecretReference.replace(
        component(ComponentType.ARTIFACT_STORE, text),
        "path",
        text,
        reference -> "<" + reference.secret() + "|" + reference.key() + ">");
  }

  private static Component component(ComponentType type, String text) {
    return new Component(type, "a", "local", Map.of("path", text));
  }

  @Test
  void aReferenceIsFoundWhereverItStands() {
    assertThat(replaced("{{a.b}}")).isEqualTo("<a|b>");
    assertThat(replaced("{{ a.b }}")).isEqualTo("<a|b>");
    assertThat(replaced("x{{a.b}}y{{c/d.e.f}}z")).isEqualTo("x<a|b>y<c/d.e|f>z");
    assertThat(replaced("{{a.b}}{{a.b}}")).isEqualTo("<a|b><a|b>");
    assertThat(replaced("{\"p\":{{a.b}}}")).isEqualTo("{\"p\":<a|b>}");
    assertThat(replaced("{a.b} }} {x}")).isEqualTo("{a.b} }} {x}");
  }

  @Test
  void fourBracesAreTwoThatBeginNoReference() {
    assertThat(replaced("{{{{a.b}}")).isEqualTo("{{a.b}}");
    assertThat(replaced("{{{{{{a.b}}")).isEqualTo("{{<a|b>");
    assertThat(SecretReference.of(component(ComponentType.SECRETS_MANAGER, "{{{{a.b}}"))).isEmpty();
  }

  @Test
  void anythingElseBetweenDoubleBracesIsRefused() {
    for (String odd :
        List.of(
            "{{}}",
            "{{a}}",
            "{{.b}}",
            "{{a.}}",
            "{{a b.c}}",
            "{{a.b c}}",
            "{{../a.b}}",
            "{{a.1}}",
            "{{a.?}}",
            "{{a?}}",
            "{{a.b ?}}",
            "{{a.b??}}",
            "{{{a.b}}}",
            "{{ä.b}}")) {
      assertThatThrownBy(() -> replaced(odd))
          .as(odd)
          .isInstanceOf(StackException.class)
          .hasMessageContaining("The attribute 'path' of the artifact store 'a' has double braces")
          .hasMessageContaining("that is no reference to a secret's key. Fix: write {{SECRET.KEY}}")
          .hasMessageContaining("write {{{{ for {{");
    }
    assertThatThrownBy(() -> replaced("x{{a.b}")).hasMessageContaining("that are not closed");
  }

  @Test
  void onlyATextThatIsAReferenceAndNothingElseMayBeShown() {
    assertThat(SecretReference.isReference("{{a.b}}")).isTrue();
    assertThat(SecretReference.isReference("{{ a.b }}")).isTrue();
    assertThat(SecretReference.isReference("{{a.b?}}")).isTrue();
    for (String hidden :
        List.of(
            "{{hunter2}}",
            "{{{{hunter2.x}}",
            "{{hunter 2.x}}",
            "{{a.b}}hunter2",
            "hunter2{{a.b}}",
            "{{a.b}}{{c.d}}",
            "{{",
            "{{}}",
            "}}",
            "{{}",
            "")) {
      assertThat(SecretReference.isReference(hidden)).as(hidden).isFalse();
    }
  }
}
