package dev.lockstep.processor.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** JavaPoet, whose interface this is, says what is right. */
class SourceWriterTest {
  /** Of two classes with one name the first is imported; of one's own package, none. */
  private static final List<TypeName> TYPES =
      List.of(
          ClassName.get("java.util", "List"),
          ClassName.get("java.awt", "List"),
          ClassName.get("java.util", "Date"),
          ClassName.get("shop", "Date"),
          ClassName.get("shop", "Outer", "Inner"),
          ClassName.get("other", "Outer", "Inner"),
          ClassName.get("", "Unnamed"),
          ClassName.get("shop", "Made", "Part"),
          ClassName.get("elsewhere", "Part"),
          ClassName.get("java.sql", "Hidden"),
          ArrayTypeName.of(ArrayTypeName.of(TypeName.INT)),
          ParameterizedTypeName.get(
              ClassName.get(Map.class),
              WildcardTypeName.subtypeOf(Number.class),
              WildcardTypeName.supertypeOf(String.class)),
          ParameterizedTypeName.get(
              ClassName.get(Map.Entry.class),
              WildcardTypeName.subtypeOf(Object.class),
              ClassName.get("java.util", "List")));

  private static final String TEXT = "a \"quote\", a \\, a tab\t and\ntwo lines \u0001 ü";

  private static final Object[] LONG = {
    List.class, "a".repeat(40), "b".repeat(30), "c".repeat(30), "d".repeat(60), "e".repeat(50)
  };

  @Test
  void writesTypesAsJavaPoetDoes() {
    TypeSpec.Builder ours = TypeSpec.classBuilder("Made").alwaysQualify("Hidden");
    com.squareup.javapoet.TypeSpec.Builder theirs =
        com.squareup.javapoet.TypeSpec.classBuilder("Made").alwaysQualify("Hidden");
    for (int i = 0; i < TYPES.size(); i++) {
      ours.addField(TYPES.get(i), "field" + i, Modifier.PRIVATE);
      theirs.addField(TYPES.get(i), "field" + i, Modifier.PRIVATE);
    }
    ours.addType(TypeSpec.classBuilder("Part").addField(TYPES.get(7), "part").build());
    theirs.addType(
        com.squareup.javapoet.TypeSpec.classBuilder("Part").addField(TYPES.get(7), "part").build());

    assertThat(SourceWriter.write("shop", ours.build(), false))
        .isEqualTo(javaPoet("shop", theirs.build(), false));
  }

  @Test
  void writesCodeAsJavaPoetDoes() {
    TypeSpec ours =
        TypeSpec.classBuilder("Made")
            .addModifiers(Modifier.FINAL, Modifier.PUBLIC)
            .addJavadoc("Says $L of {@link $T}.\n", "something", List.class)
            .addJavadoc("\n<p>More.")
            .addSuperinterface(ClassName.get(Runnable.class))
            .addField(
                FieldSpec.builder(TypeName.INT, "number", Modifier.FINAL, Modifier.STATIC)
                    .initializer("\n$>$>$L$<$<", 1)
                    .build())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(
                MethodSpec.methodBuilder("run")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .addException(IllegalStateException.class)
                    .addParameter(String[].class, "texts")
                    .varargs()
                    .beginControlFlow("if ($S.isEmpty())", TEXT)
                    .addStatement("call($S,\n$S,\n$T.class)", "a", TEXT, List.class)
                    .nextControlFlow("else")
                    .addStatement("$N()", "other")
                    .endControlFlow()
                    .addStatement("$T $L =$W$L($L,$W$L,$W$L)", LONG)
                    .build())
            .build();
    com.squareup.javapoet.TypeSpec theirs =
        com.squareup.javapoet.TypeSpec.classBuilder("Made")
            .addModifiers(Modifier.FINAL, Modifier.PUBLIC)
            .addJavadoc("Says $L of {@link $T}.\n", "something", List.class)
            .addJavadoc("\n<p>More.")
            .addSuperinterface(ClassName.get(Runnable.class))
            .addField(
                com.squareup.javapoet.FieldSpec.builder(
                        TypeName.INT, "number", Modifier.FINAL, Modifier.STATIC)
                    .initializer("\n$>$>$L$<$<", 1)
                    .build())
            .addMethod(
                com.squareup.javapoet.MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .build())
            .addMethod(
                com.squareup.javapoet.MethodSpec.methodBuilder("run")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .addException(IllegalStateException.class)
                    .addParameter(String[].class, "texts")
                    .varargs()
                    .beginControlFlow("if ($S.isEmpty())", TEXT)
                    .addStatement("call($S,\n$S,\n$T.class)", "a", TEXT, List.class)
                    .nextControlFlow("else")
                    .addStatement("$N()", "other")
                    .endControlFlow()
                    .addStatement("$T $L =$W$L($L,$W$L,$W$L)", LONG)
                    .build())
            .build();

    assertThat(SourceWriter.write("shop", ours, false)).isEqualTo(javaPoet("shop", theirs, false));
    assertThat(SourceWriter.write("", ours, true)).isEqualTo(javaPoet("", theirs, true));
  }

  private static String javaPoet(
      String packageName, com.squareup.javapoet.TypeSpec type, boolean importJavaLang) {
    return JavaFile.builder(packageName, type)
        .indent("  ")
        .skipJavaLangImports(!importJavaLang)
        .build()
        .toString()
        .replace(" \n", "\n")
        // What JavaPoet does in another way: comments of one line, fields without more, no code.
        .replaceAll("(?m)^( *)/\\*\\*\n *\\* (.{1,85})\n *\\*/\n", "$1/** $2 */\n")
        .replaceAll("(?m)^( *private .*;)\n\n(?= *private .*;$)", "$1\n")
        .replaceAll("\\{\n *\\}", "{}");
  }
}
