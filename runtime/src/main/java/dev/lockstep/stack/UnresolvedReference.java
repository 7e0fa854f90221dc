package dev.lockstep.stack;

/**
 * References to secrets that stand for nothing, for one reason that one command mends.
 *
 * @param reason why they stand for nothing
 * @param problem what is wrong and where: sentences that show references and no value
 * @param fix the command that mends it
 */
public record UnresolvedReference(Reason reason, String problem, String fix) {
  /** Why a reference stands for nothing. */
  public enum Reason {
    /** Something between double braces is no reference, or stands where none may be. */
    MALFORMED,
    /** The component is in no stack, so there is no secrets manager to ask. */
    NOT_IN_STACK,
    /** The stack has no secrets manager. */
    NO_SECRETS_MANAGER,
    /** The secrets manager has no secret of that name. */
    NO_SUCH_SECRET,
    /** The secret has no such key. */
    NO_SUCH_KEY
  }

  /** Problem and fix in one text, as exceptions have it. */
  String text() {
    return problem + " Fix: " + fix;
  }
}
