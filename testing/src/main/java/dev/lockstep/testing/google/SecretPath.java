package dev.lockstep.testing.google;

import java.util.List;

/**
 * What a path of the Secret Manager's interface names: {@code
 * v1/projects/P[/locations/L]/secrets[/S[/versions[/V]]][:verb]}.
 *
 * @param parent {@code projects/P} or {@code projects/P/locations/L}
 * @param secret the secret's id, or the empty text
 * @param versions whether versions are meant, all or one of them
 * @param version the version's number, {@code latest}, or the empty text
 * @param verb what stands behind the colon, or the empty text
 */
record SecretPath(String parent, String secret, boolean versions, String version, String verb) {

  static SecretPath of(List<String> parts) throws Refusal {
    int at = 3;
    if (parts.size() < 4 || !parts.get(0).equals("v1") || !parts.get(1).equals("projects")) {
      throw unknown();
    }
    String parent = "projects/" + project(parts.get(2));
    if (parts.size() > 5 && parts.get(3).equals("locations")) {
      parent += "/locations/" + parts.get(4);
      at = 5;
    }
    if (!parts.get(at).equals("secrets")) {
      throw unknown();
    }
    String secret = at + 1 < parts.size() ? parts.get(at + 1) : "";
    boolean versions = at + 2 < parts.size();
    String version = at + 3 < parts.size() ? parts.get(at + 3) : "";
    String last = parts.get(parts.size() - 1);
    int colon = last.lastIndexOf(':');
    String verb = colon < 0 ? "" : last.substring(colon + 1);
    if (versions && (!parts.get(at + 2).equals("versions") || at + 4 < parts.size())) {
      throw unknown();
    }
    if (colon >= 0) {
      if (version.isEmpty()) {
        secret = secret.substring(0, colon);
      } else {
        version = version.substring(0, colon);
      }
    }
    return new SecretPath(parent, secret, versions, version, verb);
  }

  /** Answers name a project by its number, however the request named it. */
  private static String project(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return Long.toString(100_000_000_000L + Integer.toUnsignedLong(id.hashCode()));
      }
    }
    return id;
  }

  String secretName() {
    return parent + "/secrets/" + secret;
  }

  boolean isRegional() {
    return parent.contains("/locations/");
  }

  private static Refusal unknown() {
    return new Refusal(GoogleStatus.UNIMPLEMENTED, "This double knows no such method.");
  }
}
