package dev.lockstep.processor;

import static dev.lockstep.processor.Compiling.expected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * All that is wrong is reported in one pass: each mistake once, and nothing that follows from it.
 */
class ManyMistakesTest {
  @Test
  void aFileWithManyMistakesReportsJustThese() {
    Compiling.source(
            Compiling.IMPORTS
                + """
                  @Pipeline(name = "Daily Churn", schedule = "0 25 * * *",
                      secrets = {"my secret", "warehouse", "warehouse", "one", "two"},
                      steps = {Empty.class, Shape.class})
                  public abstract class Churn<T> {
                    Churn(String source) {}

                    int counter;
                    Secret kept;

                    @SecretSchema interface Warehouse { URI url(); }
                    @SecretSchema("url") interface One { String url(); }
                    @SecretSchema("url") interface Two { int url(); }
                    enum Mode { FAST, SAFE }
                    private record Hidden(int x) {}
                    static class NoMaterializer {}

                    @Step private Customer loadAll() { return null; }
                    @Step abstract long undone();
                    @Step <X> List<X> anything() { return null; }
                    @Step Map<String, List> rawLoad() { return null; }
                    @Step Object something() { return null; }
                    @Step CompletableFuture<String> later() { return null; }
                    @Step void spread(@From("loadAll") Customer... customers) {}
                    @Step short dup() { return 1; }
                    @Step byte dup(StepContext context) { return 1; }
                    @Step float caseName() { return 1; }
                    @Step char CASENAME() { return 1; }
                    @Step(name = "dotted.name") void dotted() {}
                    @Step(after = "laodAll") void misled() {}
                    @Step(after = "endless") void endless() {}
                    @Step(after = "loadAll") void implied(@From("loadAll") Customer c1) {}
                    @Step(timeout = "5m") void slow() {}
                    @Step(retries = -1) void fewer() {}
                    @Step(backoff = "PT1S") void hasty() {}
                    @Step(materializer = NoMaterializer.class) StringBuilder text() { return null; }
                    @Step(resources = @Resources(memory = "2 GB")) void greedy() {}
                    @Step void each(@Each Customer eachCustomer) {}
                    @Step void void1() {}
                    @Step void takesVoid(BitSet void1) {}
                    @Step Split split() { return null; }
                    @Step Split again() { return null; }
                    @Step void lost(@From("splt") Split lostSplit) {}
                    @Step void astray(@From("split.trein") Matrix strayed) {}
                    @Step void mistaken(@From("split") Matrix wrongType) {}
                    @Step void unsure(Split either) {}
                    @Step void both(@Param("1") @From("split") int twofold) {}
                    @Step Hidden hide() { return null; }
                    @Step Locale first(Locale ownOutput) { return null; }
                    @Step Currency left(TimeZone there) { return null; }
                    @Step TimeZone right(Currency backAgain) { return null; }
                    @Step void typed(@Param List<String> listParam) {}
                    @Step void defaulted(@Param("x") int badDefault) {}
                    @Step void constant(@Param("SAVE") Mode badConstant) {}
                    @Step void same1(@Param("1") int shared) {}
                    @Step void same2(@Param("2") int shared ) {}
                    @Step void reserved(@Param int stack) {}
                    @Step void named(@Param(name = "a b") int oddName) {}
                    @Step void leaky(@Param SecretValue asParam) {}
                    @Step void greedySecret(Secret unlisted) {}
                    @Step void misspelt(@SecretName("warehose") Warehouse theirs) {}
                    @Step(secrets = "nowhere") void envOnly() {}
                    @Step void views(@SecretName("one") One oneWay, @SecretName("one") Two otherWay) {}
                    @Step void second(@SecretName("two") One twoWay) {}
                    @Step(secrets = {"one", "two" }) void colliding() {}
                    @Step SecretValue leak() { return null; }
                    @Step List<StepContext> contextLeak() { return null; }
                    @Step void asArtifact(Optional<AwsSecret[]> waiting) {}
                    void noStep(@Param int ignored) {}
                  }
                  class Empty {}
                  interface Shape {}
                  """)
        .and(Compiling.IMPORTS + "record Customer(String name) {}")
        .and(Compiling.IMPORTS + "record Matrix(double[] values) {}")
        .and(Compiling.IMPORTS + "record Split(Matrix train, Matrix test) {}")
        // Eclipse's compiler puts what is wrong with a value on the first line of its annotation.
        .onJavacAlone()
        .failsWith(
            expected("[LS004] Pipeline 'Churn' is abstract.", "class Churn"),
            expected("[LS007] Pipeline 'Churn' is generic.", "class Churn"),
            expected("[LS005] Pipeline 'Churn' has no constructor without", "class Churn"),
            expected("[LS001] Step class 'Shape' is an interface, and must be a", ".class}"),
            expected("[LS010] 'Daily Churn' cannot be the name of a pipeline.", "\"Daily Churn\""),
            expected("[LS040] '0 25 * * *' is no schedule: '25' is no hour.", "\"0 25 * * *\""),
            expected("[LS046] 'Empty' has no methods marked @Step.", ".class,"),
            expected("[LS042] Field 'counter' of 'Churn' carries nothing from", "counter"),
            expected("[LS072] Field 'kept' of 'Churn' can hold a secret.", "kept"),
            expected("[LS021] Step 'loadAll' is private.", "loadAll("),
            expected("[LS022] Step 'undone' is abstract.", "undone"),
            expected("[LS023] Step 'anything' is generic.", "anything"),
            expected("[LS027] Step 'spread' has variable arguments", "customers"),
            expected("[LS024] Step 'rawLoad' returns Map<String, List>, which", "rawLoad"),
            expected("[LS025] Step 'something' returns Object.", "something"),
            expected("[LS026] Step 'later' returns CompletableFuture<String>,", "later"),
            expected("[LS070] Step 'leak' returns a secret, and what a step", "leak("),
            expected("[LS071] Step 'contextLeak' returns the step's context,", "contextLeak"),
            expected("[LS028] Two steps of 'Churn' are called 'dup'.", "dup(StepContext"),
            expected("[LS029] The names of the steps 'caseName' and 'CASENAME'", "CASENAME"),
            expected("[LS030] 'dotted.name' cannot be the name of a step.", "\"dotted.name\""),
            expected("[LS036] The timeout of step 'slow' is no duration: '5m'.", "\"5m\""),
            expected("[LS037] Step 'fewer' has -1 retries.", "-1"),
            expected("[LS038] Step 'hasty' has a backoff and no retries.", "\"PT1S\""),
            expected("[LS041] The memory of step 'greedy' is no quantity: '2", "\"2 GB\""),
            expected("[LS020] Step 'hide' returns the type 'Churn.Hidden',", "hide"),
            expected("[LS043] Parameter 'eachCustomer' of step 'each' is marked", "eachCustomer"),
            expected("[LS019] Parameter 'twofold' of step 'both' is marked", "twofold"),
            expected("[LS055] Parameter 'asParam' of step 'leaky' is a secret,", "asParam"),
            expected("[LS050] Parameter 'listParam' is a 'List<String>', which", "listParam"),
            expected("[LS051] The default 'x' of parameter 'badDefault' is no", "\"x\""),
            expected("[LS051] The default 'SAVE' of parameter 'badConstant' is", "\"SAVE\""),
            expected("[LS052] Steps 'same1' and 'same2' declare the parameter", "shared )"),
            expected("[LS053] '--stack' is an option of every runner.", "stack"),
            expected("[LS054] 'a b' cannot be the name of an option of the", "\"a b\""),
            expected("[LS064] 'my secret' cannot be the name of a secret.", "\"my secret\""),
            expected("[LS063] Secret 'warehouse' is listed twice.", "\"warehouse\", \"one\""),
            expected("[LS061] @SecretName of step 'misspelt' names the secret", "\"warehose\""),
            expected("[LS061] @Step(secrets) of step 'envOnly' names the secret", "\"nowhere\""),
            expected("[LS060] Step 'greedySecret' asks for the secret", "unlisted"),
            expected("[LS065] Secret 'one' is read as 'Churn.One' and as", "otherWay"),
            expected("[LS066] Step 'colliding' receives the secrets 'one' and", "\"two\" }"),
            expected("[LS073] Parameter 'waiting' of step 'asArtifact' is an", "waiting"),
            expected("[LS016] @From names 'splt', which is no step of 'Churn'.", "\"splt\""),
            expected("[LS017] @From names 'trein', which is no component of", "\"split.trein\""),
            expected(
                "[LS018] @From(\"split\") is a 'Split', but 'wrongType' is", "\"split\") Matrix"),
            expected("[LS045] Step 'takesVoid' takes 'void1' from step 'void1',", "void1)"),
            expected("[LS013] Step 'unsure' needs a 'Split' ('either'), and 2", "either"),
            expected("[LS015] Step 'first' needs its own output 'first' as", "ownOutput"),
            expected("[LS039] Materializer 'NoMaterializer' of step 'text'", ".class)"),
            expected("[LS014] Step 'right' waits for itself.", "backAgain"),
            expected("[LS033] Step 'misled' is after 'laodAll', which is no", "\"laodAll\""),
            expected("[LS034] Step 'endless' is after itself.", "\"endless\""),
            expected("[LS035] Step 'implied' is after 'loadAll' anyway.", "\"loadAll\") void"),
            expected("[LS048] @Param has no effect on 'ignored': the method is", "ignored"));
  }

  @Test
  void mistakesInSeveralFilesAreReportedTogether() {
    Compiling.source(
            Compiling.IMPORTS
                + """
                  @Pipeline(secrets = {"broken", "unread"}, steps = Reports.class)
                  public class Churn {
                    @Step Model train(Features absent) { return null; }
                    @Step void open(Broken broken) {}
                    @Step(name = "Report") void shout() {}
                  }
                  """)
        .and(
            Compiling.IMPORTS
                + """
                  @Pipeline(name = "churn")
                  public class Other {
                    @Step Model fit() { return null; }
                    @Step(after = "fitt") void end() {}
                  }
                  """)
        .and(
            Compiling.IMPORTS
                + """
                  public class Reports {
                    List<String> lines;
                    @Step void report(@From("trian") Model model) {}
                    @Step Stream<String> stream() { return null; }
                  }
                  """)
        .and(
            Compiling.IMPORTS
                + """
                  @SecretSchema public interface Broken {
                    List<String> hosts();
                    String user(int index);
                    @Key(pattern = "[0-9") String zip();
                    Path path();
                  }
                  """)
        .and(Compiling.IMPORTS + "public record Model(double weight) {}")
        .and(Compiling.IMPORTS + "public record Features(double[] values) {}")
        .failsWith(
            expected("[LS084] Method 'user' of schema 'Broken' has parameters.", "user"),
            expected("[LS085] Key 'hosts' is a 'List<String>', which text", "hosts"),
            expected("[LS090] Key 'path' would be the variable PATH, which has", "path"),
            expected("[LS093] The pattern of the key 'zip' is no regular", "\"[0-9\""),
            expected("[LS042] Field 'lines' of 'Reports' carries nothing from", "lines"),
            expected("[LS026] Step 'stream' returns Stream<String>, which", "stream("),
            expected("[LS029] The names of the steps 'Report' and 'report'", "report"),
            expected("[LS016] @From names 'trian', which is no step of 'Churn'.", "\"trian\""),
            expected("[LS012] Step 'train' needs a 'Features' ('absent'), which", "absent"),
            expected("[LS062] Secret 'unread' is listed, and no step can read", "\"unread\""),
            expected("[LS033] Step 'end' is after 'fitt', which is no step of", "\"fitt\""),
            expected("[LS049] Two pipelines are called 'churn'.", "\"churn\""));
  }

  @Test
  void aHundredStepsThatLackOneSecretAreOneMistake() {
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      steps.append("@Step void s" + i + "(Secret login) {}\n");
    }
    assertThat(
            Compiling.pipeline(steps.toString())
                .fails(
                    "[LS060] Step 's0' asks for the secret 'login'", "login) {}\n@Step void s1("))
        .contains("'s10', and 139 more.");
  }
}
