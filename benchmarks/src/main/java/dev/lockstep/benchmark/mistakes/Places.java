package dev.lockstep.benchmark.mistakes;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Says in words what stands at a position: the innermost declaration or annotation around it. */
final class Places {
  private final JavaCompiler compiler;

  Places(JavaCompiler compiler) {
    this.compiler = compiler;
  }

  String at(JavaFileObject file, long position) throws IOException {
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, List.of(file));
    CompilationUnitTree unit = task.parse().iterator().next();
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    Innermost innermost = new Innermost(unit, positions, position);
    innermost.scan(unit, null);
    return innermost.word;
  }

  private static final class Innermost extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final long position;
    private String word = "file";

    Innermost(CompilationUnitTree unit, SourcePositions positions, long position) {
      this.unit = unit;
      this.positions = positions;
      this.position = position;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
      if (tree == null || !(tree instanceof CompilationUnitTree || contains(tree))) {
        return null;
      }
      return super.scan(tree, null);
    }

    private boolean contains(Tree tree) {
      return positions.getStartPosition(unit, tree) <= position
          && position <= positions.getEndPosition(unit, tree);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
      word = "type";
      return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
      word = tree.getName().contentEquals("<init>") ? "constructor" : "method";
      return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      TreePath parent = getCurrentPath().getParentPath();
      word = parent.getLeaf() instanceof MethodTree ? "parameter" : "field";
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
      boolean itself = positions.getStartPosition(unit, tree) == position;
      word = itself ? "annotation" : "annotation's value";
      return null;
    }
  }
}
