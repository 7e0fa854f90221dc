package dev.lockstep.testing.azure;

/** What a client can ask a vault's secrets for. Each is one permission or a part of one. */
public enum KeyVaultOperation {
  /** {@code GET /secrets/NAME}, and of one version. */
  GET("get"),
  /** {@code PUT /secrets/NAME}. */
  SET("set"),
  /** {@code PATCH /secrets/NAME/VERSION}. */
  UPDATE("set"),
  /** {@code GET /secrets}, each page a call. */
  LIST("list"),
  /** {@code GET /secrets/NAME/versions}, each page a call. */
  LIST_VERSIONS("list"),
  /** {@code DELETE /secrets/NAME}. */
  DELETE("delete"),
  /** {@code GET /deletedsecrets/NAME}. */
  GET_DELETED("get"),
  /** {@code GET /deletedsecrets}, each page a call. */
  LIST_DELETED("list"),
  /** {@code POST /deletedsecrets/NAME/recover}. */
  RECOVER("recover"),
  /** {@code DELETE /deletedsecrets/NAME}. */
  PURGE("purge");

  private final String permission;

  KeyVaultOperation(String permission) {
    this.permission = permission;
  }

  /** The word of access policies for it. */
  String permission() {
    return permission;
  }
}
