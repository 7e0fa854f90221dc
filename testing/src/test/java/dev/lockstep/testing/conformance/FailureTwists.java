package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.Twist.over;
import static dev.lockstep.testing.conformance.Twist.speaking;
import static dev.lockstep.testing.conformance.TwistedOperations.getting;
import static dev.lockstep.testing.conformance.TwistedOperations.registering;
import static dev.lockstep.testing.conformance.TwistedOperations.storing;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.secret.provider.ProviderFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Faults before servers that fail, and in what is said of failures, shown of values and logged. */
final class FailureTwists {
  static final List<Twist> ALL =
      List.of(
          over(
              "takes every failure for missing",
              "whatIsNotAnsweredIsNotMissing",
              getting(
                  (right, name) -> {
                    try {
                      return right.get(name);
                    } catch (SecretsUnreachableException e) {
                      throw new SecretNotFoundException(name, "tested");
                    }
                  })),
          speaking("takes denied for unreachable", "aDeniedCallSaysSo", taking(status -> 500)),
          speaking(
              "takes throttled for unreachable",
              "aThrottledCallSaysSo",
              taking(status -> status == 429 ? 500 : status)),
          speaking("quotes the server", "aServerThatFailsIsUnreachable", FailureTwists::quoting),
          speaking(
              "throws what its client throws",
              "aServerThatHangsUpIsUnreachable",
              FailureTwists::throwing),
          speaking(
              "believes any answer",
              "anAnswerThatMakesNoSenseIsNoAnswer",
              missing(body -> body.startsWith("<"))),
          speaking(
              "reads half an answer",
              "halfAnAnswerIsNotReadAsAWholeOne",
              missing(body -> body.startsWith("{") && !body.endsWith("}"))),
          new Twist(
              "gives up at once",
              "aFaultThatPassesIsNotNoticed",
              opening -> opening.onceOnly().right()),
          new Twist(
              "repeats what may have been done",
              "aLostAnswerIsNotNoticed",
              opening -> registering(FailureTwists::repeat).apply(opening.onceOnly().right())),
          new Twist(
              "takes a taken name for its own",
              "aNameThatIsTakenIsStillToldAfterALostAnswer",
              opening ->
                  registering(FailureTwists::repeatAndBelieve).apply(opening.onceOnly().right())),
          over(
              "asks before it is asked",
              "nothingIsAskedBeforeTheFirstCall",
              right -> {
                try {
                  right.list();
                } catch (SecretsManagerException e) {
                  // It will be told.
                }
                return right;
              }),
          over(
              "shows a value",
              "namesAndKeysThatCannotBeAreRefused",
              registering(FailureTwists::registerOrShow)),
          over(
              "logs what it stores",
              "noValueAndNoCredentialIsLoggedAtAnyLevel",
              storing(FailureTwists::logged)),
          over("shows what it read", "whatWasReadShowsNoValue", ShowingTheLast::new));

  private FailureTwists() {}

  /** Takes each status of a refusal for another. */
  private static BiFunction<URI, Duration, SimpleProvider> taking(IntUnaryOperator other) {
    return (endpoint, timeout) ->
        new SimpleProvider(endpoint, timeout) {
          @Override
          ProviderFailure refused(int status, String body) {
            return super.refused(other.applyAsInt(status), body);
          }
        };
  }

  private static SimpleProvider quoting(URI endpoint, Duration timeout) {
    return new SimpleProvider(endpoint, timeout) {
      @Override
      ProviderFailure refused(int status, String body) {
        return new ProviderFailure(super.refused(status, body).kind(), body, "");
      }
    };
  }

  private static SimpleProvider throwing(URI endpoint, Duration timeout) {
    return new SimpleProvider(endpoint, timeout) {
      @Override
      JsonObject broken(IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** Takes such bodies for the answer that there is nothing. */
  private static BiFunction<URI, Duration, SimpleProvider> missing(Predicate<String> bodies) {
    return (endpoint, timeout) ->
        new SimpleProvider(endpoint, timeout) {
          @Override
          JsonObject answer(String body) throws ProviderFailure {
            return bodies.test(body)
                ? new JsonObject(Map.of("done", "missing", "ids", Map.of()))
                : super.answer(body);
          }
        };
  }

  private static void repeat(SecretsManager right, Secret secret) {
    try {
      right.register(secret);
    } catch (SecretsUnreachableException e) {
      right.register(secret);
    }
  }

  private static void repeatAndBelieve(SecretsManager right, Secret secret) {
    try {
      right.register(secret);
    } catch (SecretsUnreachableException e) {
      try {
        right.register(secret);
      } catch (SecretExistsException taken) {
        // By itself, it believes.
      }
    }
  }

  private static void registerOrShow(SecretsManager right, Secret secret) {
    try {
      right.register(secret);
    } catch (InvalidSecretException e) {
      StringBuilder shown = new StringBuilder("cannot store ");
      for (SecretValue value : secret.values().values()) {
        shown.append(value.reveal());
      }
      throw new InvalidSecretException(shown.toString());
    }
  }

  private static Secret logged(Secret secret) {
    Logger log = Logger.getLogger(FailureTwists.class.getName());
    secret.values().forEach((key, value) -> log.log(Level.FINEST, "{0}", value.reveal()));
    return secret;
  }

  private static final class ShowingTheLast extends Forwarding {
    private String last = "";

    ShowingTheLast(SecretsManager right) {
      super(right);
    }

    @Override
    Secret read(Secret secret) {
      last = secret.values().values().iterator().next().reveal();
      return secret;
    }

    @Override
    public String toString() {
      return "Secrets[last=" + last + "]";
    }
  }
}
