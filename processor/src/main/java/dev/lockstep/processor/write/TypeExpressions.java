package dev.lockstep.processor.write;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import dev.lockstep.processor.code.CodeBlock;

/** Expressions that make a generic type at run time, of class literals. */
final class TypeExpressions {
  private TypeExpressions() {}

  /** {@code Types.of(List.class, Customer.class)}, {@code Model.class}. */
  static CodeBlock of(TypeName type) {
    if (type instanceof ParameterizedTypeName parameterized) {
      CodeBlock.Builder code =
          CodeBlock.builder().add("$T.of($T.class", RuntimeNames.TYPES, parameterized.rawType);
      parameterized.typeArguments.forEach(argument -> code.add(", $L", of(argument)));
      return code.add(")").build();
    }
    if (type instanceof WildcardTypeName wildcard) {
      return of(
          wildcard.lowerBounds.isEmpty()
              ? wildcard.upperBounds.get(0)
              : wildcard.lowerBounds.get(0));
    }
    if (type instanceof ArrayTypeName array) {
      return isPlain(array)
          ? CodeBlock.of("$T.class", array)
          : CodeBlock.of("$T.arrayOf($L)", RuntimeNames.TYPES, of(array.componentType));
    }
    return CodeBlock.of("$T.class", type.isPrimitive() ? type.box() : type);
  }

  private static boolean isPlain(ArrayTypeName array) {
    return array.componentType instanceof ArrayTypeName inner
        ? isPlain(inner)
        : array.componentType instanceof ClassName || array.componentType.isPrimitive();
  }
}
