package dev.lockstep.processor.write;

import com.squareup.javapoet.ClassName;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * The file that names the classes of a service. A line of ours tells, as a comment, what it is for;
 * by that it can be dropped when its reason is gone. All other lines are somebody else's and stay.
 *
 * <pre>
 * shop.KeychainFlavor # generated from shop.Keychain
 * </pre>
 */
public final class ServiceFile {
  private static final String ORIGIN = " # generated from ";

  private final Set<String> foreign = new LinkedHashSet<>();
  private final Map<String, String> origins = new TreeMap<>();

  /** Names a class. */
  public void put(ClassName provider, ClassName origin) {
    origins.put(provider.canonicalName(), origin.canonicalName());
  }

  /**
   * Adds what a file says.
   *
   * @param holds whether a line of ours, a class and what it was generated from, is still right
   */
  public void add(String text, BiPredicate<String, String> holds) {
    for (String line : text.lines().map(String::stripTrailing).toList()) {
      int at = line.indexOf(ORIGIN);
      if (at < 0) {
        if (!line.isEmpty()) {
          foreign.add(line);
        }
        continue;
      }
      String provider = line.substring(0, at);
      String origin = line.substring(at + ORIGIN.length());
      if (holds.test(provider, origin)) {
        origins.put(provider, origin);
      }
    }
  }

  /** The text of the file: the lines of others in their order, then ours, sorted. */
  public String text() {
    StringBuilder text = new StringBuilder();
    foreign.forEach(line -> text.append(line).append('\n'));
    origins.forEach(
        (provider, origin) -> {
          if (!foreign.contains(provider)) {
            text.append(provider).append(ORIGIN).append(origin).append('\n');
          }
        });
    return text.toString();
  }
}
