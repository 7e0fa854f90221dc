package dev.lockstep.processor.code;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.TypeName;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A method or constructor with a body. */
public final class MethodSpec {
  private record Parameter(TypeName type, String name) {}

  /** Empty for a constructor. */
  private final String name;

  private final Set<Modifier> modifiers;
  private final List<AnnotationSpec> annotations;
  private final TypeName returned;
  private final List<Parameter> parameters;
  private final boolean varargs;
  private final List<TypeName> exceptions;
  private final CodeBlock javadoc;
  private final CodeBlock code;

  private MethodSpec(Builder builder) {
    this.name = builder.name;
    this.modifiers = builder.modifiers;
    this.annotations = builder.annotations;
    this.returned = builder.returned;
    this.parameters = builder.parameters;
    this.varargs = builder.varargs;
    this.exceptions = builder.exceptions;
    this.javadoc = builder.javadoc.build();
    this.code = builder.code.build();
  }

  public static Builder methodBuilder(String name) {
    return new Builder(name);
  }

  public static Builder constructorBuilder() {
    return new Builder("");
  }

  boolean isConstructor() {
    return name.isEmpty();
  }

  void write(SourceWriter out, String typeName) {
    out.javadoc(javadoc);
    for (AnnotationSpec annotation : annotations) {
      out.code(annotation.code()).text("\n");
    }
    out.modifiers(modifiers);
    if (isConstructor()) {
      out.text(typeName);
    } else {
      out.type(returned).text(" ").text(name);
    }
    out.text("(");
    for (int i = 0; i < parameters.size(); i++) {
      parameter(out, parameters.get(i), varargs && i == parameters.size() - 1);
      out.text(i == parameters.size() - 1 ? "" : ", ");
    }
    out.text(")");
    for (int i = 0; i < exceptions.size(); i++) {
      out.text(i == 0 ? " throws " : ", ").type(exceptions.get(i));
    }
    if (code.isEmpty()) {
      out.text(" {}\n");
    } else {
      out.text(" {\n").indent().code(code).unindent().text("}\n");
    }
  }

  private static void parameter(SourceWriter out, Parameter parameter, boolean variable) {
    if (variable && parameter.type() instanceof ArrayTypeName array) {
      out.type(array.componentType).text("...");
    } else {
      out.type(parameter.type());
    }
    out.text(" ").text(parameter.name());
  }

  /** Puts a method together. */
  public static final class Builder {
    private final String name;
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private final List<AnnotationSpec> annotations = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<TypeName> exceptions = new ArrayList<>();
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private final CodeBlock.Builder code = CodeBlock.builder();
    private TypeName returned = TypeName.VOID;
    private boolean varargs;

    private Builder(String name) {
      this.name = name;
    }

    public Builder addJavadoc(String format, Object... arguments) {
      javadoc.add(format, arguments);
      return this;
    }

    public Builder addAnnotation(AnnotationSpec annotation) {
      annotations.add(annotation);
      return this;
    }

    public Builder addAnnotation(Class<?> type) {
      return addAnnotation(AnnotationSpec.of(type));
    }

    public Builder addModifiers(Modifier... more) {
      modifiers.addAll(TypeSpec.set(more));
      return this;
    }

    public Builder returns(TypeName type) {
      returned = type;
      return this;
    }

    public Builder returns(Type type) {
      return returns(TypeName.get(type));
    }

    public Builder addParameter(TypeName type, String parameter) {
      parameters.add(new Parameter(type, parameter));
      return this;
    }

    public Builder addParameter(Type type, String parameter) {
      return addParameter(TypeName.get(type), parameter);
    }

    /** Makes the last parameter, an array, one that takes any number of arguments. */
    public Builder varargs() {
      varargs = true;
      return this;
    }

    public Builder addException(Type type) {
      exceptions.add(TypeName.get(type));
      return this;
    }

    public Builder addCode(CodeBlock block) {
      code.add(block);
      return this;
    }

    public Builder addStatement(String format, Object... arguments) {
      code.addStatement(format, arguments);
      return this;
    }

    public Builder addStatement(CodeBlock statement) {
      code.addStatement(statement);
      return this;
    }

    public Builder beginControlFlow(String format, Object... arguments) {
      code.beginControlFlow(format, arguments);
      return this;
    }

    public Builder nextControlFlow(String format, Object... arguments) {
      code.nextControlFlow(format, arguments);
      return this;
    }

    public Builder endControlFlow() {
      code.endControlFlow();
      return this;
    }

    public MethodSpec build() {
      return new MethodSpec(this);
    }
  }
}
