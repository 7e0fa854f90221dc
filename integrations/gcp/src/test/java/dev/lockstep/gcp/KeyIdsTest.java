package dev.lockstep.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.SecretNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KeyIdsTest {
  @Test
  void noTwoKeysOfTwoGroupsHaveOneId() {
    Map<String, List<String>> seen = new HashMap<>();
    Random random = new Random(11);
    List<String> groups = List.of("a", "a--b", "a_b", "a---2eb", "a-----2eb", "g".repeat(186));
    for (int i = 0; i < 50_000; i++) {
      String group = groups.get(random.nextInt(groups.size()));
      StringBuilder key = new StringBuilder("k");
      for (int length = random.nextInt(7); length > 0; length--) {
        key.append("-._2ek".charAt(random.nextInt(6)));
      }
      List<String> owner = List.of(group, key.toString());
      String id = KeyIds.id(group, key.toString());

      assertThat(id).matches("[A-Za-z0-9_-]{1,255}");
      assertThat(seen.computeIfAbsent(id, known -> owner)).isEqualTo(owner);
    }
  }

  @Test
  void theLongestKeyFitsBehindTheLongestGroup() {
    String key = "k".repeat(SecretNames.LONGEST_KEY);
    String id = KeyIds.id("g".repeat(PerKeyGroups.LONGEST_ID), key);

    assertThat(id).matches("g{186}----0[0-9a-f]{64}");
    assertThat(KeyIds.id("g".repeat(PerKeyGroups.LONGEST_ID), key.substring(1))).isNotEqualTo(id);
    assertThat(KeyIds.id("g", "k.k-k--k._")).isEqualTo("g----k---2ek-k---2d---2dk---2e_");
  }

  @Test
  void aGroupIsItsOwnLabelUnlessItCannotBe() {
    assertThat(KeyIds.label("a--b_1")).isEqualTo("a--b_1");
    assertThat(List.of(KeyIds.label("A"), KeyIds.label("a".repeat(64))))
        .doesNotHaveDuplicates()
        .allMatch(label -> label.matches("[0-9a-f]{63}"));
  }
}
