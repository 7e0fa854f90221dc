package dev.lockstep.processor.validate;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.wire.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one message writes types: by their simple names, and qualified only where two in the message
 * share one.
 */
final class Words {
  private final Set<String> ambiguous = new HashSet<>();

  private Words(List<TypeName> types) {
    Map<String, ClassName> seen = new HashMap<>();
    for (TypeName type : types) {
      collect(type, seen);
    }
  }

  /** The words for a message that mentions these types. */
  static Words of(List<TypeRef> types) {
    List<TypeName> names = new ArrayList<>();
    for (TypeRef type : types) {
      names.add(type.name());
    }
    return new Words(names);
  }

  static String simple(TypeRef type) {
    return simple(type.name());
  }

  static String simple(TypeName type) {
    return new Words(List.of(type)).text(type);
  }

  /** {@code a 'Model'}, {@code an 'int'}. */
  static String a(String type) {
    return ("AEIOaeio".indexOf(type.charAt(0)) >= 0 ? "an '" : "a '") + type + "'";
  }

  String type(TypeRef type) {
    return text(type.name());
  }

  /** {@code 'split' produces Split}. */
  String output(Output output) {
    return "'" + output.name() + "' produces " + type(output.type());
  }

  /** {@code 'split' produces Split (components: train, test)}, or one component. */
  String outputWithComponents(Output output) {
    String components =
        output.component() == null && !output.step().components().isEmpty()
            ? output.step().components().stream()
                .map(component -> component.name())
                .collect(Collectors.joining(", ", " (components: ", ")"))
            : "";
    return output(output) + components;
  }

  private void collect(TypeName type, Map<String, ClassName> seen) {
    if (type instanceof ClassName name) {
      ClassName other = seen.putIfAbsent(joined(name), name);
      if (other != null && !other.equals(name)) {
        ambiguous.add(joined(name));
      }
    } else if (type instanceof ParameterizedTypeName parameterized) {
      collect(parameterized.rawType, seen);
      parameterized.typeArguments.forEach(argument -> collect(argument, seen));
    } else if (type instanceof ArrayTypeName array) {
      collect(array.componentType, seen);
    } else if (type instanceof WildcardTypeName wildcard) {
      wildcard.upperBounds.forEach(bound -> collect(bound, seen));
      wildcard.lowerBounds.forEach(bound -> collect(bound, seen));
    }
  }

  private String text(TypeName type) {
    if (type instanceof ClassName name) {
      return ambiguous.contains(joined(name)) ? name.canonicalName() : joined(name);
    }
    if (type instanceof ParameterizedTypeName parameterized) {
      return text(parameterized.rawType)
          + parameterized.typeArguments.stream()
              .map(this::text)
              .collect(Collectors.joining(", ", "<", ">"));
    }
    if (type instanceof ArrayTypeName array) {
      return text(array.componentType) + "[]";
    }
    if (type instanceof WildcardTypeName wildcard) {
      if (!wildcard.lowerBounds.isEmpty()) {
        return "? super " + text(wildcard.lowerBounds.get(0));
      }
      TypeName bound = wildcard.upperBounds.get(0);
      return bound.equals(TypeName.OBJECT) ? "?" : "? extends " + text(bound);
    }
    return type.toString();
  }

  private static String joined(ClassName name) {
    return String.join(".", name.simpleNames());
  }
}
