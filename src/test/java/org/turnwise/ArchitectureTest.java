package org.turnwise;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** The rules of the house. Each is also shown to fail on {@code rulebreakers}, which break them all. */
class ArchitectureTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.turnwise");

    private static final String[] FEATURES = {
        "org.turnwise.call..", "org.turnwise.intake..", "org.turnwise.annotation..", "org.turnwise.reward..", "org.turnwise.language..",
        "org.turnwise.scoring..", "org.turnwise.queue..", "org.turnwise.dataset..", "org.turnwise.task..", "org.turnwise.settings..", "org.turnwise.simulate..",
        "org.turnwise.find..", "org.turnwise.exchange..", "org.turnwise.review..", "org.turnwise.suggestion.."
    };

    private static final ArchRule FEATURES_SEE_NOTHING_ABOVE = noClasses()
            .that().resideInAnyPackage(FEATURES)
            .should().dependOnClassesThat().resideInAnyPackage("org.turnwise.store..", "org.turnwise.ui..", "org.turnwise.cli..", "org.turnwise.app..");

    private static final ArchRule WINDOW_LIBRARIES = noClasses()
            .that().resideOutsideOfPackages("org.turnwise.ui..", "org.turnwise.app..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..");

    private static final ArchRule SQL = noClasses()
            .that().resideOutsideOfPackage("org.turnwise.store..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.jdbi..", "org.flywaydb..");

    private static final ArchRule TEXT_MODEL = noClasses()
            .that().resideOutsideOfPackage("org.turnwise.language..")
            .should().dependOnClassesThat().resideInAnyPackage("ai.onnxruntime..", "opennlp..");

    private static final ArchRule INDEX = noClasses()
            .that().resideOutsideOfPackage("org.turnwise.find..")
            .should().dependOnClassesThat().resideInAPackage("org.apache.lucene..");

    private static final ArchRule COMMANDS_SEE_NO_WINDOW = noClasses()
            .that().resideInAPackage("org.turnwise.cli..")
            .should().dependOnClassesThat().resideInAnyPackage("org.turnwise.ui..", "org.turnwise.store..", "org.turnwise.app..");

    private static final ArchRule WINDOW_SEES_NO_COMMANDS = noClasses()
            .that().resideInAPackage("org.turnwise.ui..")
            .should().dependOnClassesThat().resideInAnyPackage("org.turnwise.cli..", "org.turnwise.store..", "org.turnwise.app..");

    private static final ArchRule STORE_SEES_FEATURES_ONLY = noClasses()
            .that().resideInAPackage("org.turnwise.store..")
            .should().dependOnClassesThat().resideInAnyPackage("org.turnwise.ui..", "org.turnwise.cli..", "org.turnwise.app..");

    /** Shell, command and common are shared; a screen never sees another screen, and only {@code app} puts screens together. */
    private static final ArchRule SCREENS_DONT_MEET = SlicesRuleDefinition.slices()
            .matching("org.turnwise.ui.(*)..")
            .should().notDependOnEachOther()
            .ignoreDependency(resideInAPackage("org.turnwise.ui.."),
                    resideInAnyPackage("org.turnwise.ui.shell..", "org.turnwise.ui.command..", "org.turnwise.ui.common.."))
            .allowEmptyShould(true);

    private static final ArchRule NO_CYCLES =
            SlicesRuleDefinition.slices().matching("org.turnwise.(*)..").should().beFreeOfCycles();

    private static final ArchRule THREADS = noClasses()
            .that(not(resideInAnyPackage("org.turnwise.ui.common..", "org.turnwise.app..")))
            .should().callConstructorWhere(call("java.lang.Thread"))
            .orShould().callMethodWhere(DescribedPredicate.describe(
                    "start threads",
                    call -> call.getTargetOwner().isAssignableTo(Thread.class)
                            && Set.of("ofVirtual", "ofPlatform", "startVirtualThread").contains(call.getName())));

    private static final ArchRule STREAMS = noClasses()
            .that(not(resideInAPackage("org.turnwise.cli..")))
            .should().accessField(System.class, "out")
            .orShould().accessField(System.class, "err")
            .orShould().callMethod(Throwable.class, "printStackTrace");

    private static DescribedPredicate<JavaConstructorCall> call(String owner) {
        return DescribedPredicate.describe(
                "construct " + owner, call -> call.getTargetOwner().isAssignableTo(owner));
    }

    @Test
    void theHouseKeepsItsRules() {
        assertAll(rules().stream().map(rule -> () -> rule.check(HOUSE)));
    }

    @Test
    void theWindowIsToldFromOneClassOnly() {
        assertTrue(callersOfRunLater(HOUSE).size() <= 1, () -> "Platform.runLater is called in " + callersOfRunLater(HOUSE));
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<String> without = HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        HOUSE.stream().filter(c -> c.getSimpleName().equals("package-info")).forEach(c -> without.remove(c.getPackageName()));
        assertEquals(Set.of(), without, "packages without package-info.java");
    }

    @Test
    void everyRuleCanFail() {
        JavaClasses breakers = new ClassFileImporter().importPackages(
                "org.turnwise.call.rulebreakers", "org.turnwise.cli.rulebreakers", "org.turnwise.ui.rulebreakers", "org.turnwise.ui.rulebreakers2",
                "org.turnwise.store.rulebreakers");
        assertTrue(breakers.stream().count() >= 5, "the rulebreakers were not found");
        for (ArchRule rule : rules()) {
            assertTrue(rule.evaluate(breakers).hasViolation(), () -> "nothing breaks the rule: " + rule.getDescription());
        }
        assertEquals(2, callersOfRunLater(breakers).size());
    }

    /** A process has one toolkit: two tests that press keys at a time would press each other's. */
    @Test
    void testsWithAWindowTakeTurns() {
        JavaClasses tests = new ClassFileImporter().withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("org.turnwise.app", "org.turnwise.ui");
        Set<String> atATime = tests.stream()
                .filter(test -> test.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Test.class)))
                .filter(ArchitectureTest::seesAWindow)
                .filter(test -> !test.isAnnotatedWith(Execution.class))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(tests.stream().filter(ArchitectureTest::seesAWindow).count() > 20, "the tests with a window were not found");
        assertEquals(Set.of(), atATime, "tests with a window and without @Execution(SAME_THREAD)");
    }

    private static boolean seesAWindow(JavaClass test) {
        return test.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .anyMatch(name -> name.startsWith("org.turnwise.app.HeadlessDesktop")
                        || name.startsWith("javafx.scene.") || name.startsWith("javafx.application.") || name.startsWith("javafx.stage."));
    }

    private static List<ArchRule> rules() {
        return List.of(
                FEATURES_SEE_NOTHING_ABOVE, WINDOW_LIBRARIES, SQL, TEXT_MODEL, INDEX, COMMANDS_SEE_NO_WINDOW, WINDOW_SEES_NO_COMMANDS, STORE_SEES_FEATURES_ONLY,
                SCREENS_DONT_MEET, NO_CYCLES, THREADS, STREAMS);
    }

    private static Set<String> callersOfRunLater(JavaClasses classes) {
        return classes.stream()
                .flatMap(c -> c.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals("javafx.application.Platform") && call.getName().equals("runLater"))
                .map(JavaMethodCall::getOriginOwner)
                .map(owner -> owner.getName().replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
