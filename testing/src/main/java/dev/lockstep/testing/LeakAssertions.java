package dev.lockstep.testing;

import dev.lockstep.secret.SecretValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Assertions that a text shows no secret: neither as it is, nor in the encodings in which programs
 * print texts (base64 at any alignment, URL, JSON, XML, shell, hex), the same as a run masks.
 *
 * <pre>{@code
 * String request = client.describe();
 * LeakAssertions.assertNoLeak(request, List.of(SecretValue.of("t0ken")));
 * }</pre>
 *
 * <p>Values of one or two characters are not looked for, and neither is anything inside compressed
 * or encrypted data.
 */
public final class LeakAssertions {
  private LeakAssertions() {}

  /**
   * Fails when the text shows one of the values.
   *
   * @throws AssertionError that tells which of the values, in which line and form; never the value
   */
  public static void assertNoLeak(String text, Collection<SecretValue> values) {
    List<LeakSearch.Named> named = new ArrayList<>();
    for (SecretValue value : values) {
      named.add(
          new LeakSearch.Named("value " + (named.size() + 1) + " of " + values.size(), value));
    }
    LeakSearch search = new LeakSearch(named);
    List<String> finds = search.finds("", text);
    if (!finds.isEmpty()) {
      throw search.error("The text shows secrets:", finds);
    }
  }
}
