package dev.lockstep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void aSlipFindsWhatWasMeant() {
    assertThat(Suggestion.closest("wearhouse", List.of("aws", "warehouse"))).contains("warehouse");
    assertThat(Suggestion.closest("porduction", List.of("production"))).contains("production");
    assertThat(Suggestion.closest("PROD", List.of("prod"))).contains("prod");
    assertThat(Suggestion.closest("ab", List.of("ba"))).contains("ba");
  }

  @Test
  void somethingElseIsNotSuggested() {
    assertThat(Suggestion.closest("foo", List.of("name"))).isEmpty();
    assertThat(Suggestion.closest("foo", List.of("fab"))).isEmpty();
    assertThat(Suggestion.closest("", List.of("abc"))).isEmpty();
    assertThat(Suggestion.closest("x", List.of())).isEmpty();
  }

  @Test
  void ofEquallyCloseOnesTheFirstInTheAlphabetIsTaken() {
    assertThat(Suggestion.closest("cat", List.of("rat", "bat"))).contains("bat");
  }

  @Test
  void textsForMessagesAreEmptyWithoutASuggestion() {
    assertThat(Suggestion.didYouMean("prd", List.of("prod"))).isEqualTo(" Did you mean 'prod'?");
    assertThat(Suggestion.didYouMean("prd", List.of())).isEmpty();
    assertThat(Suggestion.inParentheses("prd", List.of("prod")))
        .isEqualTo(" (did you mean 'prod'?)");
  }

  @Test
  void listsOfNamesAreSortedAndCapped() {
    List<String> names = new ArrayList<>();
    for (char c = 'l'; c >= 'a'; c--) {
      names.add(String.valueOf(c));
    }
    assertThat(Names.list(names)).isEqualTo("a, b, c, d, e, f, g, h, i, j and 2 more");
    assertThat(Names.list(List.of())).isEqualTo("none");
  }
}
