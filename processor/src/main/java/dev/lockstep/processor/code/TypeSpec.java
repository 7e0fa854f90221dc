package dev.lockstep.processor.code;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A class. */
public final class TypeSpec {
  private final String name;
  private final Set<Modifier> modifiers;
  private final CodeBlock javadoc;
  private final List<AnnotationSpec> annotations;
  private final List<TypeName> superinterfaces;
  private final List<FieldSpec> fields;
  private final List<MethodSpec> methods;
  private final List<TypeSpec> types;
  private final Set<String> alwaysQualified;
  private final Set<String> nestedNames = new HashSet<>();

  private TypeSpec(Builder builder) {
    this.name = builder.name;
    this.modifiers = builder.modifiers;
    this.javadoc = builder.javadoc.build();
    this.annotations = builder.annotations;
    this.superinterfaces = builder.superinterfaces;
    this.fields = builder.fields;
    this.methods = builder.methods;
    this.types = builder.types;
    this.alwaysQualified = builder.alwaysQualified;
    for (TypeSpec type : types) {
      nestedNames.add(type.name);
      alwaysQualified.addAll(type.alwaysQualified);
    }
  }

  public static Builder classBuilder(String name) {
    return new Builder(name);
  }

  public static Builder classBuilder(ClassName name) {
    return new Builder(name.simpleName());
  }

  String name() {
    return name;
  }

  Set<String> nestedNames() {
    return nestedNames;
  }

  /** Simple names that mean something else somewhere in the class. */
  Set<String> alwaysQualified() {
    return alwaysQualified;
  }

  void write(SourceWriter out) {
    out.javadoc(javadoc);
    for (AnnotationSpec annotation : annotations) {
      out.code(annotation.code()).text("\n");
    }
    out.modifiers(modifiers).text("class ").text(name);
    for (int i = 0; i < superinterfaces.size(); i++) {
      out.text(i == 0 ? " implements " : ", ").type(superinterfaces.get(i));
    }
    if (fields.isEmpty() && methods.isEmpty() && types.isEmpty()) {
      out.text(" {}\n");
      return;
    }
    out.text(" {\n").indent().enter(this);
    boolean first = true;
    boolean plain = false;
    for (boolean isStatic : new boolean[] {true, false}) {
      for (FieldSpec field : fields) {
        if (field.isStatic() == isStatic) {
          out.text(first || (plain && field.isPlain()) ? "" : "\n");
          field.write(out);
          first = false;
          plain = field.isPlain();
        }
      }
    }
    for (boolean isConstructor : new boolean[] {true, false}) {
      for (MethodSpec method : methods) {
        if (method.isConstructor() == isConstructor) {
          out.text(first ? "" : "\n");
          method.write(out, name);
          first = false;
        }
      }
    }
    for (TypeSpec type : types) {
      out.text(first ? "" : "\n");
      type.write(out);
      first = false;
    }
    out.leave().unindent().text("}\n");
  }

  static Set<Modifier> set(Modifier... modifiers) {
    Set<Modifier> set = EnumSet.noneOf(Modifier.class);
    Collections.addAll(set, modifiers);
    return set;
  }

  /** Puts a class together. */
  public static final class Builder {
    private final String name;
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private final CodeBlock.Builder javadoc = CodeBlock.builder();
    private final List<AnnotationSpec> annotations = new ArrayList<>();
    private final List<TypeName> superinterfaces = new ArrayList<>();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private final List<TypeSpec> types = new ArrayList<>();
    private final Set<String> alwaysQualified = new HashSet<>();

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

    public Builder addModifiers(Modifier... more) {
      modifiers.addAll(set(more));
      return this;
    }

    public Builder addSuperinterface(TypeName type) {
      superinterfaces.add(type);
      return this;
    }

    public Builder addField(FieldSpec field) {
      fields.add(field);
      return this;
    }

    public Builder addField(TypeName type, String field, Modifier... with) {
      return addField(FieldSpec.builder(type, field, with).build());
    }

    public Builder addMethod(MethodSpec method) {
      methods.add(method);
      return this;
    }

    public Builder addType(TypeSpec type) {
      types.add(type);
      return this;
    }

    /** Names that mean something else in this class, because it inherits types of that name. */
    public Builder alwaysQualify(String... simpleNames) {
      Collections.addAll(alwaysQualified, simpleNames);
      return this;
    }

    public TypeSpec build() {
      return new TypeSpec(this);
    }
  }
}
