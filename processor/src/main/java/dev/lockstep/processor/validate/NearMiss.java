package dev.lockstep.processor.validate;

import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.TypeSystem;
import dev.lockstep.processor.wire.Output;
import java.util.List;

/** Says which output was nearly the one that a parameter needs, and what keeps them apart. */
final class NearMiss {
  private NearMiss() {}

  /** A sentence, or nothing. */
  static String of(
      ParameterDeclaration parameter, List<Output> outputs, TypeSystem types, Words words) {
    for (Output output : outputs) {
      String reason = reason(parameter, output, types);
      if (!reason.isEmpty()) {
        return "'"
            + output.name()
            + "' comes near: "
            + words.type(output.type())
            + " is "
            + reason
            + " "
            + words.type(parameter.type())
            + ".";
      }
    }
    return "";
  }

  private static String reason(ParameterDeclaration parameter, Output output, TypeSystem types) {
    TypeName needed = parameter.type().name();
    TypeName offered = output.type().name();
    if (types.isAssignable(parameter.type(), output.type())) {
      return "a supertype of";
    }
    if (raw(needed).equals(raw(offered))) {
      return "not the same as";
    }
    if (isNumber(needed) && isNumber(offered)) {
      return "not converted to";
    }
    return output.step().name().equals(parameter.name()) ? "not assignable to" : "";
  }

  private static TypeName raw(TypeName type) {
    return type instanceof ParameterizedTypeName parameterized ? parameterized.rawType : type;
  }

  private static boolean isNumber(TypeName type) {
    TypeName primitive = type.isBoxedPrimitive() ? type.unbox() : type;
    return primitive.isPrimitive() && !primitive.equals(TypeName.BOOLEAN);
  }
}
