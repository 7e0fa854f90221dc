package dev.lockstep.secret.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.SecretNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderNamesTest {
  private static final String CHARACTERS = "aB0-_./";

  @ParameterizedTest
  @CsvSource({
    "warehouse, warehouse, warehouse",
    "dev/my_db, dev--my_db, dev--my---5fdb",
    "a.b-c, a---2eb-c, a---2eb-c",
    "a--b, a---2d---2db, a---2d---2db",
    "Aws, Aws, ---41ws",
    "a/-b, a-----2db, a-----2db",
  })
  void namesBecomeIdsThatCanBeReadByPeople(String name, String words, String lowerCase) {
    assertThat(ProviderNames.PLAIN.id(name)).isEqualTo(name);
    assertThat(ProviderNames.WORDS.id(name)).isEqualTo(words);
    assertThat(ProviderNames.LOWER_CASE.id(name)).isEqualTo(lowerCase);
  }

  @ParameterizedTest
  @EnumSource
  void noTwoNamesHaveOneIdAndEveryIdHasItsName(ProviderNames names) {
    Random random = new Random(5);
    Map<String, String> nameOfId = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(9); length > 0; length--) {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      String name = text.toString();
      if (SecretNames.isName(name)) {
        String id = names.id(name);
        assertThat(names.name(id)).contains(name);
        String other = nameOfId.putIfAbsent(id, name);
        assertThat(other == null || other.equals(name)).as(id).isTrue();
        if (name.startsWith("a/")) {
          assertThat(id).startsWith(names.id("a/"));
        }
      }
    }
    assertThat(nameOfId).hasSizeGreaterThan(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a----b", "a---", "a---2", "a---zz", "a---61", "a------2db", "A---2Eb"})
  void idsThatNoNameHasAreNotRead(String id) {
    assertThat(ProviderNames.LOWER_CASE.name(id)).isEmpty();
  }

  @Test
  void idsOfOtherToolsHaveNames() {
    assertThat(ProviderNames.LOWER_CASE.name("section--key")).contains("section/key");
    assertThat(ProviderNames.WORDS.name("my_Secret-1")).contains("my_Secret-1");
  }
}
