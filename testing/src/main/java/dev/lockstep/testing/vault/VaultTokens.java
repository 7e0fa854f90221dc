package dev.lockstep.testing.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens that were issued. */
final class VaultTokens {
  static final String ROOT = "root";
  private static final Duration LONGEST = Duration.ofDays(32);

  /** What tokens of a role are like. */
  record Kind(
      List<String> policies, Duration ttl, Duration maxTtl, boolean batch, boolean renewable) {}

  /** A token; without an expiry it is a root token. */
  record Token(
      String id,
      String namespace,
      Kind kind,
      @Nullable Instant expires,
      @Nullable Instant endsAtMost) {
    boolean isRoot() {
      return kind.policies().contains(ROOT);
    }
  }

  private final Map<String, Token> tokens = new HashMap<>();
  private final Clock clock;

  VaultTokens(Clock clock) {
    this.clock = clock;
  }

  Token issueRoot() {
    Kind kind = new Kind(List.of(ROOT), Duration.ZERO, Duration.ZERO, false, false);
    Token token = new Token("s." + UUID.randomUUID(), "", kind, null, null);
    tokens.put(token.id(), token);
    return token;
  }

  Token issue(String namespace, Kind kind) {
    Instant now = clock.instant();
    Duration most = kind.maxTtl().isZero() ? LONGEST : kind.maxTtl();
    Duration ttl = kind.ttl().isZero() || kind.ttl().compareTo(most) > 0 ? most : kind.ttl();
    Token token =
        new Token(
            (kind.batch() ? "b." : "s.") + UUID.randomUUID(),
            namespace,
            kind,
            now.plus(ttl),
            now.plus(most));
    tokens.put(token.id(), token);
    return token;
  }

  /** The token, unless it is unknown or has expired. */
  @Nullable Token find(@Nullable String id) {
    Token token = id == null ? null : tokens.get(id);
    return token == null || (token.expires() != null && !token.expires().isAfter(clock.instant()))
        ? null
        : token;
  }

  void revoke(String id) {
    tokens.remove(id);
  }

  void revokeAllButRoot() {
    tokens.values().removeIf(token -> !token.isRoot());
  }

  VaultAnswer renew(Token token) {
    if (token.kind().batch()) {
      return VaultAnswer.error(400, "batch tokens cannot be renewed");
    }
    Instant most = token.endsAtMost();
    if (!token.kind().renewable() || most == null) {
      return VaultAnswer.error(400, "lease is not renewable");
    }
    Instant wanted = clock.instant().plus(token.kind().ttl());
    Token renewed =
        new Token(
            token.id(),
            token.namespace(),
            token.kind(),
            wanted.isAfter(most) ? most : wanted,
            most);
    tokens.put(token.id(), renewed);
    return login(renewed);
  }

  /** What a login, a renewal and the creation of a token answer. */
  VaultAnswer login(Token token) {
    Map<String, Object> auth = new LinkedHashMap<>();
    auth.put("client_token", token.id());
    auth.put("accessor", "");
    auth.put("policies", token.kind().policies());
    auth.put("lease_duration", secondsLeft(token));
    auth.put("renewable", token.kind().renewable() && !token.kind().batch());
    auth.put("token_type", token.kind().batch() ? "batch" : "service");
    return VaultAnswer.auth(auth);
  }

  VaultAnswer describe(Token token) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", token.id());
    data.put("policies", token.kind().policies());
    data.put("ttl", secondsLeft(token));
    data.put("creation_ttl", token.kind().ttl().toSeconds());
    data.put("expire_time", token.expires() == null ? null : token.expires().toString());
    data.put("renewable", token.kind().renewable() && !token.kind().batch());
    data.put("type", token.kind().batch() ? "batch" : "service");
    return VaultAnswer.data(data);
  }

  private long secondsLeft(Token token) {
    return token.expires() == null
        ? 0
        : Duration.between(clock.instant(), token.expires()).plusMillis(500).toSeconds();
  }
}
