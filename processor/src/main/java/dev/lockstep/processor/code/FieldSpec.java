package dev.lockstep.processor.code;

import com.squareup.javapoet.TypeName;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A field. */
public final class FieldSpec {
  private final TypeName type;
  private final String name;
  private final Set<Modifier> modifiers;
  private final CodeBlock javadoc;
  private final CodeBlock initializer;

  private FieldSpec(Builder builder) {
    this.type = builder.type;
    this.name = builder.name;
    this.modifiers = builder.modifiers;
    this.javadoc = builder.javadoc.build();
    this.initializer = builder.initializer;
  }

  public static Builder builder(TypeName type, String name, Modifier... modifiers) {
    return new Builder(type, name, modifiers);
  }

  boolean isStatic() {
    return modifiers.contains(Modifier.STATIC);
  }

  /**
   * Whether it says no more than type and name, and is the object's: such fields stand together.
   */
  boolean isPlain() {
    return javadoc.isEmpty() && initializer.isEmpty() && !isStatic();
  }

  void write(SourceWriter out) {
    out.javadoc(javadoc);
    out.modifiers(modifiers).type(type).text(" ").text(name);
    if (!initializer.isEmpty()) {
      out.text(" = ").code(initializer);
    }
    out.text(";\n");
  }

  /** Puts a field together. */
  public static final class Builder {
    private final TypeName type;
    private final String name;
    private final Set<Modifier> modifiers;
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private CodeBlock initializer = CodeBlock.of("");

    private Builder(TypeName type, String name, Modifier... modifiers) {
      this.type = type;
      this.name = name;
      this.modifiers = TypeSpec.set(modifiers);
    }

    public Builder addJavadoc(String format, Object... arguments) {
      javadoc.add(format, arguments);
      return this;
    }

    public Builder initializer(String format, Object... arguments) {
      initializer = CodeBlock.of(format, arguments);
      return this;
    }

    public FieldSpec build() {
      return new FieldSpec(this);
    }
  }
}
