package io.ordertrail.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.ordertrail.api.message.Named;
import io.ordertrail.axon.commit.CommandRows;
import io.ordertrail.axon.json.JsonBuffers;
import io.ordertrail.axon.process.step.StepOutbox;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The house's arrows and habits. Each rule has a counterexample that breaks it: {@code counterexample} beside this
 * class.
 */
enum Arrows {
    /** What is said knows nobody, no container and no database. */
    API_KNOWS_NO_ROOM_NO_SPRING_AND_NO_DATABASE(noClasses()
            .that()
            .resideInAPackage("io.ordertrail.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.ordertrail.model..",
                    "io.ordertrail.axon..",
                    "io.ordertrail.command..",
                    "io.ordertrail.query..",
                    "io.ordertrail.app..",
                    "org.springframework..",
                    "java.sql..",
                    "javax.sql..")),

    /** States, folds and rules are plain Java: neither a new Axon nor another database touches them. */
    THE_MODEL_IS_PLAIN_JAVA(noClasses()
            .that()
            .resideInAPackage("io.ordertrail.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.ordertrail.axon..",
                    "io.ordertrail.command..",
                    "io.ordertrail.query..",
                    "io.ordertrail.app..",
                    "org.axonframework..",
                    "org.springframework..",
                    "tools.jackson..",
                    "java.sql..",
                    "javax.sql..")),

    AXON_KNOWS_THE_API_ONLY(noClasses()
            .that()
            .resideInAPackage("io.ordertrail.axon..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.ordertrail.model..",
                    "io.ordertrail.command..",
                    "io.ordertrail.query..",
                    "io.ordertrail.app..")),

    COMMAND_NEVER_SEES_QUERY_OR_THE_FRONT_DOOR(noClasses()
            .that()
            .resideInAPackage("io.ordertrail.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ordertrail.query..", "io.ordertrail.app..")),

    QUERY_NEVER_SEES_COMMAND_OR_THE_FRONT_DOOR(noClasses()
            .that()
            .resideInAPackage("io.ordertrail.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.ordertrail.command..", "io.ordertrail.app..")),

    THE_FRONT_DOOR_ASKS_BY_MESSAGE_ONLY(noClasses()
            .that()
            .resideInAPackage("io.ordertrail.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.ordertrail.model..",
                    "io.ordertrail.command..",
                    "io.ordertrail.query..",
                    "org.axonframework.eventsourcing..",
                    "org.axonframework.modelling..",
                    "java.sql..")),

    /** A comparison that ends at the first difference tells by its time how much of a guess is right. */
    SECRETS_ARE_COMPARED_BY_MESSAGE_DIGEST_ONLY(noClasses()
            .that(DescribedPredicate.describe(
                    "have to do with keys and signatures",
                    (JavaClass type) -> type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(used -> isOfSecrets(used.getTargetClass()))))
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "compares texts or bytes, and ends at the first difference",
                    (JavaMethodCall call) -> Set.of("java.lang.String", "java.util.Arrays", "java.util.Objects")
                                    .contains(call.getTargetOwner().getName())
                            && call.getName()
                                    .matches("equals|equalsIgnoreCase|contentEquals|compareTo|compare|mismatch")))),

    /** What is left there of somebody who is forgotten goes with it. The import is another process. */
    JSON_IS_READ_AND_WRITTEN_IN_MEMORY_THAT_IS_LET_GO_OF(noClasses()
            .that()
            .areNotAssignableTo(JsonBuffers.class)
            .and()
            .resideOutsideOfPackages("io.ordertrail.app.importing..", "io.ordertrail.app.http.openapi..")
            .should()
            .callMethod(JsonMapper.class, "builder")
            .orShould()
            .callMethod(JsonMapper.class, "shared")
            .orShould()
            .callConstructor(JsonMapper.class)
            .orShould()
            .callConstructor(JsonFactory.class)),

    PACKAGES_ARE_SUBJECTS_AND_NOT_TECHNICAL_LAYERS(noClasses()
            .should()
            .resideInAnyPackage(
                    "..handler..",
                    "..handlers..",
                    "..dto..",
                    "..impl..",
                    "..util..",
                    "..utils..",
                    "..service..",
                    "..entity..",
                    "..repository..")),

    NAMES_CARRY_NO_TECHNICAL_SUFFIX(noClasses()
            .should()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")),

    /** What does something has an agent's name; what is done has none. Nouns that end so are named here. */
    NAMES_ARE_NOUNS(noClasses()
            .that(DescribedPredicate.describe(
                    "are top level and no nouns",
                    (JavaClass type) -> type.isTopLevelClass()
                            && !Set.of("Pricing", "Shipping", "Encoding", "QueryString")
                                    .contains(type.getSimpleName())))
            .should()
            .haveSimpleNameEndingWith("ing")),

    NAMES_ARE_THOSE_OF_THE_FIELD(
            noClasses().should().haveSimpleNameEndingWith("Desk").orShould().haveSimpleNameEndingWith("News")),

    /** What they decide with is their context. */
    WHAT_DECIDES_IS_CALLED_SO(classes()
            .that()
            .resideInAPackage("..decision")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("OrderContext")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveSimpleNameEndingWith("Decisions")),

    WHAT_SENDS_STEPS_AFTER_EVENTS_IS_CALLED_A_POLICY(methods()
            .that()
            .areAnnotatedWith(EventHandler.class)
            .and(DescribedPredicate.describe(
                    "may send steps",
                    (JavaMethod method) -> method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(StepOutbox.class))))
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Policy")),

    /** The package of a module knows all below it, because it puts them together, and none of these knows it. */
    PACKAGES_KNOW_EACH_OTHER_ONE_WAY(SlicesRuleDefinition.slices()
            .matching("io.ordertrail.(**)")
            .should()
            .beFreeOfCycles()),

    CONFIGURATIONS_ARE_CALLED_SO(
            classes().that().areAnnotatedWith(Configuration.class).should().haveSimpleNameEndingWith("Configuration")),

    WHAT_IS_SAID_IS_A_RECORD(classes()
            .that()
            .areAnnotatedWith(Named.class)
            .should(be(DescribedPredicate.describe("records", JavaClass::isRecord)))),

    /** Time comes from the message or an injected clock, ids come in with the command. */
    THE_WRITE_SIDE_HAS_NO_CLOCK_AND_NO_CHANCE(noClasses()
            .that()
            .resideInAnyPackage("io.ordertrail.command..", "io.ordertrail.model..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)),

    /**
     * Otherwise they stay where a command among others is refused. The sandbox plays another system, with its own rows;
     * the chain writes for no command.
     */
    WHO_WRITES_ROWS_FOR_A_COMMAND_SAYS_SO(classes()
            .that()
            .resideInAPackage("io.ordertrail.command..")
            .and()
            .resideOutsideOfPackages("io.ordertrail.command.payment.sandbox..", "io.ordertrail.command.chain..")
            .and(DescribedPredicate.describe(
                    "write rows", type -> calls(type, JdbcClient.StatementSpec.class, "update")))
            .should(be(DescribedPredicate.describe(
                    "those that call CommandRows.begin", type -> calls(type, CommandRows.class, "begin"))))),

    /** An aggregate decides from its state alone: what it must look up was looked up before it is asked. */
    AGGREGATES_DO_NO_IO(noClasses()
            .that(DescribedPredicate.describe(
                    "are aggregates or their state",
                    type -> type.isAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
                            || type.getSimpleName().endsWith("State")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "java.io..", "java.net..")),

    NOTHING_IS_INJECTED_INTO_FIELDS(noFields().should().beAnnotatedWith(Autowired.class)),

    NOTHING_HAS_SETTERS(methods()
            .that(DescribedPredicate.describe(
                    "look like setters",
                    (JavaMethod method) -> method.getName().matches("set[A-Z].*")
                            && method.getRawParameterTypes().size() == 1
                            && method.getRawReturnType().isEquivalentTo(void.class)
                            && !method.isAnnotatedWith(Override.class)
                            && isOurOwn(method)))
            .should(be(DescribedPredicate.alwaysFalse()))
            .allowEmptyShould(true)),

    COMMANDS_ARE_HANDLED_ON_THE_WRITE_SIDE_OR_BY_READ_MODELS(methods()
            .that()
            .areAnnotatedWith(CommandHandler.class)
            .should()
            .beDeclaredInClassesThat(resideInAPackage("io.ordertrail.command..")
                    .or(resideInAPackage("io.ordertrail.query.projection..")))),

    /** What has none does not come through an Axon Server; that what has one is in the contract, ContractTest holds. */
    WHAT_A_QUERY_ANSWERS_HAS_A_NAME(methods()
            .that()
            .areAnnotatedWith(QueryHandler.class)
            .should(have(DescribedPredicate.describe(
                    "an answer, at once or later, that is annotated with @Named",
                    method -> answer(method).isAnnotatedWith(Named.class))))),

    EVERY_PACKAGE_IS_NULL_MARKED(classes()
            .that(DescribedPredicate.describe(
                    "are top level", type -> !type.getSimpleName().equals("package-info")))
            .should(be(DescribedPredicate.describe(
                    "in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class)))));

    final ArchRule rule;

    Arrows(ArchRule rule) {
        this.rule = rule;
    }

    /** By which what is secret is made, read or checked. */
    private static boolean isOfSecrets(JavaClass type) {
        return Set.of(
                        "org.apache.commons.codec.digest.HmacUtils",
                        "javax.crypto.Mac",
                        "io.ordertrail.axon.access.KeyText",
                        "io.ordertrail.axon.access.ServiceSecrets")
                .contains(type.getName());
    }

    /** A setter that some library's type asks for is not our choice. */
    private static boolean isOurOwn(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                .noneMatch(type -> type.tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().get(0).getFullName())
                        .isPresent());
    }

    private static boolean calls(JavaClass type, Class<?> owner, String method) {
        return type.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(target -> target.getOwner().isEquivalentTo(owner)
                        && target.getName().equals(method));
    }

    private static JavaClass answer(JavaMethod method) {
        return method.getRawReturnType().isEquivalentTo(CompletableFuture.class)
                        && method.getReturnType() instanceof JavaParameterizedType later
                ? later.getActualTypeArguments().get(0).toErasure()
                : method.getRawReturnType();
    }
}
