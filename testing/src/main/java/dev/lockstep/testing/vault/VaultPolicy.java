package dev.lockstep.testing.vault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a policy allows: the stanzas {@code path "..." { capabilities = [...] }} of HCL, with a
 * {@code *} at the end of a path and {@code +} for a segment. Of several that match, the one whose
 * pattern is longest counts, which is what Vault does in all but contrived cases.
 */
record VaultPolicy(Map<String, Set<String>> paths) {
  private static final Pattern STANZA =
      Pattern.compile("path\\s+\"([^\"]+)\"\\s*\\{\\s*capabilities\\s*=\\s*\\[([^\\]]*)\\]\\s*\\}");
  private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");

  /** What every token may do. */
  static final VaultPolicy DEFAULT =
      new VaultPolicy(
          Map.of(
              "auth/token/lookup-self", Set.of("read"),
              "auth/token/renew-self", Set.of("update"),
              "auth/token/revoke-self", Set.of("update")));

  static VaultPolicy parse(String hcl) {
    Map<String, Set<String>> paths = new HashMap<>();
    String rest = COMMENT.matcher(hcl).replaceAll("");
    Matcher stanza = STANZA.matcher(rest);
    while (stanza.find()) {
      Set<String> capabilities = new HashSet<>();
      for (String word : stanza.group(2).split(",", -1)) {
        capabilities.add(word.strip().replace("\"", ""));
      }
      paths.put(stanza.group(1), capabilities);
    }
    if (!STANZA.matcher(rest).replaceAll("").isBlank()) {
      throw new IllegalArgumentException("A policy is a list of path \"...\" { capabilities }.");
    }
    return new VaultPolicy(paths);
  }

  boolean allows(String path, String capability) {
    String longest = null;
    for (String pattern : paths.keySet()) {
      if (matches(pattern, path) && (longest == null || pattern.length() > longest.length())) {
        longest = pattern;
      }
    }
    Set<String> capabilities = longest == null ? Set.of() : paths.get(longest);
    return capabilities != null
        && capabilities.contains(capability)
        && !capabilities.contains("deny");
  }

  /** Whether anything is allowed below a mount. */
  boolean touches(String mount) {
    for (String pattern : paths.keySet()) {
      if (pattern.startsWith(mount) || pattern.equals("*")) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String path) {
    boolean open = pattern.endsWith("*");
    String[] wanted = (open ? pattern.substring(0, pattern.length() - 1) : pattern).split("/", -1);
    String[] segments = path.split("/", open ? wanted.length : -1);
    if (segments.length != wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean last = open && i == wanted.length - 1;
      if (last ? !segments[i].startsWith(wanted[i]) : !isSegment(wanted[i], segments[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSegment(String wanted, String segment) {
    return wanted.equals("+") ? !segment.isEmpty() : wanted.equals(segment);
  }
}
