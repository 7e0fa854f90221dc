package dev.lockstep.processor.read;

import dev.lockstep.processor.model.StorageProblem;
import dev.lockstep.processor.model.StorageProblem.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the JSON of a returned type cannot hold, in type arguments, arrays and components of
 * records. It knows what Jackson's data binding does without configuration, and holds its tongue
 * where an annotation of Jackson's, or of a generator of code, may say more.
 */
final class StorageFinder {
  /** A record that is in itself with other arguments every time would never come to an end. */
  private static final int MOST_OF_ONE = 64;

  private static final int DEEPEST = 12;

  /** Where a type stands. */
  private enum Level {
    RETURNED,
    /** A component of the returned record, which is stored by itself when it is taken apart. */
    COMPONENT,
    INSIDE
  }

  /** A type in the returned one, and the component that has it. */
  private record Place(TypeMirror type, String way, Level level) {
    Place inside(TypeMirror part) {
      return new Place(part, way, Level.INSIDE);
    }
  }

  private final TypeReader types;
  private final KnownTypes known;
  private final JsonClasses classes;

  StorageFinder(TypeReader types, KnownTypes known, JsonClasses classes) {
    this.types = types;
    this.known = known;
    this.classes = classes;
  }

  /** The first problem in a returned type, from the outside to the inside, or null. */
  @Nullable StorageProblem find(TypeMirror returned) {
    Deque<Place> open = new ArrayDeque<>(List.of(new Place(returned, "", Level.RETURNED)));
    Set<String> visited = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    while (!open.isEmpty()) {
      Place place = open.poll();
      TypeMirror type = place.type();
      if (type instanceof ArrayType array) {
        open.add(place.inside(array.getComponentType()));
      } else if (type instanceof WildcardType wildcard) {
        TypeMirror bound = bound(wildcard);
        if (bound != null) {
          open.add(place.inside(bound));
        }
      } else if (type instanceof DeclaredType declared && isNew(declared, visited, times)) {
        StorageProblem problem = check(declared, place);
        if (problem != null) {
          return problem;
        }
        addParts(declared, place, open);
      }
    }
    return null;
  }

  /** Only records lead back to themselves; the text of a deep type is not made for nothing. */
  private static boolean isNew(DeclaredType type, Set<String> visited, Map<String, Integer> times) {
    if (type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    return type.asElement().getKind() != ElementKind.RECORD
        || (!isDeeper(type, DEEPEST)
            && visited.add(type.toString())
            && times.merge(type.asElement().toString(), 1, Integer::sum) <= MOST_OF_ONE);
  }

  /** Whether a type has arguments that have arguments, and so on, more often than that. */
  private static boolean isDeeper(TypeMirror type, int levels) {
    return switch (type.getKind()) {
      case ARRAY -> isDeeper(((ArrayType) type).getComponentType(), levels);
      case WILDCARD -> {
        TypeMirror bound = bound((WildcardType) type);
        yield bound != null && isDeeper(bound, levels);
      }
      case DECLARED ->
          levels == 0
              || ((DeclaredType) type)
                  .getTypeArguments().stream().anyMatch(each -> isDeeper(each, levels - 1));
      default -> false;
    };
  }

  private static @Nullable TypeMirror bound(WildcardType wildcard) {
    return wildcard.getSuperBound() != null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
  }

  private @Nullable StorageProblem check(DeclaredType type, Place place) {
    TypeElement element = TypeReader.element(type);
    if (element == null || classes.isConfigured(element)) {
      return null;
    }
    boolean stream = KnownTypes.isStream(element);
    if (stream && place.level() == Level.RETURNED) {
      return null;
    }
    Kind kind = known.kind(element);
    if (kind == null && !KnownTypes.isOfTheJdk(element)) {
      kind = classes.kind(element);
    }
    if (kind == null) {
      return keyProblem(type, place);
    }
    return problem(kind, element, place, stream && place.level() == Level.COMPONENT);
  }

  private @Nullable StorageProblem keyProblem(DeclaredType type, Place place) {
    if (type.getTypeArguments().size() != 2 || !known.isMap(type)) {
      return null;
    }
    TypeMirror key = type.getTypeArguments().get(0);
    TypeElement element = TypeReader.element(key);
    if (key.getKind() == TypeKind.ARRAY) {
      return new StorageProblem(Kind.KEY, key.toString(), place.way(), false);
    }
    if (element == null || classes.isConfigured(element)) {
      return null;
    }
    boolean readable =
        KnownTypes.isOfTheJdk(element) ? known.canBeKey(element) : classes.canBeKey(element);
    return readable ? null : problem(Kind.KEY, element, place, false);
  }

  private static StorageProblem problem(
      Kind kind, TypeElement element, Place place, boolean unlessTakenApart) {
    return new StorageProblem(
        kind, element.getSimpleName().toString(), place.way(), unlessTakenApart);
  }

  private void addParts(DeclaredType type, Place place, Deque<Place> open) {
    TypeElement element = TypeReader.element(type);
    if (element == null || classes.isConfigured(element)) {
      return;
    }
    if (element.getKind() != ElementKind.RECORD) {
      for (TypeMirror argument : known.content(type)) {
        open.add(place.inside(argument));
      }
      return;
    }
    for (Map.Entry<RecordComponentElement, TypeMirror> entry : types.components(type).entrySet()) {
      RecordComponentElement component = entry.getKey();
      if (!JsonClasses.isAnnotated(component)) {
        open.add(
            new Place(
                entry.getValue(),
                element.getSimpleName() + "." + component.getSimpleName(),
                place.level() == Level.RETURNED ? Level.COMPONENT : Level.INSIDE));
      }
    }
  }

  /** Whether a class is a member of another and needs an object of it. */
  static boolean isInner(TypeElement type) {
    Element around = type.getEnclosingElement();
    return type.getKind() == ElementKind.CLASS
        && around instanceof TypeElement
        && !around.getKind().isInterface()
        && !type.getModifiers().contains(Modifier.STATIC);
  }
}
