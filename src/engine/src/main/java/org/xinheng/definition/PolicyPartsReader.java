package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Access;
import org.xinheng.policy.Field;
import org.xinheng.policy.Gate;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.Input;
import org.xinheng.policy.Numbering;
import org.xinheng.policy.OverFlag;
import org.xinheng.policy.PreparationStep;
import org.xinheng.policy.Role;
import org.xinheng.policy.RoleMatrix;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.Trigger;
import org.xinheng.policy.Workflow;

/** Reads the parts of a policy that stand beside its rules; each may be left out. */
final class PolicyPartsReader {

  /** Evidence that counts until it ends by itself. */
  private static final String ALWAYS = "always";

  /** What a notice can be about. */
  private static final Hierarchy.Level[] GROUPS = {
    Hierarchy.Level.CLASS, Hierarchy.Level.GRADE, Hierarchy.Level.SCHOOL, Hierarchy.Level.DORMITORY
  };

  private static final int HIGHEST_LEVEL = 9;
  private static final int MOST_CHECKS = 9;
  private static final int USUAL_OUTSIDE = 10;

  private final YamlMap root;
  private final Places places;

  PolicyPartsReader(YamlMap root, Places places) {
    this.root = root;
    this.places = places;
  }

  Map<Input, TierPolicy.Validity> inputs() {
    Map<Input, TierPolicy.Validity> inputs = new EnumMap<>(Input.class);
    root.optional("inputs").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Input input : Input.values()) {
        map.optional(input.word()).flatMap(PolicyPartsReader::validity).ifPresent(validity -> {
          inputs.put(input, validity);
          places.put(validity, map.keyPlace(input.word()));
        });
      }
      map.close();
    });
    return inputs;
  }

  private static Optional<TierPolicy.Validity> validity(YamlValue value) {
    if (value.isSingle(ALWAYS)) {
      return Optional.of(new TierPolicy.Validity(Optional.empty()));
    }
    return PeriodReader.period(value).map(period -> new TierPolicy.Validity(Optional.of(period)));
  }

  Optional<Numbering> numbering() {
    return root.optional("numbering").flatMap(YamlValue::map).flatMap(map -> {
      Optional<Numbering.Direction> direction = map.required("direction")
          .flatMap(value -> value.word(Numbering.Direction.values(), Numbering.Direction::word));
      Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
      for (Tier tier : Tier.values()) {
        level(map, Integer.toString(tier.number())).ifPresent(level -> tiers.put(tier, level));
      }
      Optional<Integer> alert = level(map, "alert");
      map.close();
      if (direction.isEmpty() || alert.isEmpty() || tiers.size() < Tier.values().length) {
        return Optional.empty();
      }
      Numbering numbering = new Numbering(direction.get(), tiers, alert.get());
      places.put(numbering, map, map.isSound());
      return Optional.of(numbering);
    });
  }

  private static Optional<Integer> level(YamlMap map, String key) {
    return map.required(key).flatMap(value -> value.integer(0, HIGHEST_LEVEL));
  }

  List<Trigger> triggers() {
    List<Trigger> triggers = new ArrayList<>();
    root.optional("triggers")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> {
          Trigger trigger = new Trigger(
              map.id("id"),
              map.required("alert")
                  .flatMap(value ->
                      value.word(new Alert[] {Alert.SAME_DAY, Alert.IMMEDIATE}, Alert::word))
                  .orElse(Alert.IMMEDIATE),
              map.bilingual("name"));
          map.close();
          places.put(trigger, map, map.isSound());
          triggers.add(trigger);
        }));
    return triggers;
  }

  Hierarchy hierarchy() {
    Map<Hierarchy.Level, Text> names = new EnumMap<>(Hierarchy.USUAL.names());
    root.optional("hierarchy").flatMap(YamlValue::map).ifPresent(map -> {
      for (Hierarchy.Level level : Hierarchy.Level.values()) {
        map.required(level.word())
            .flatMap(YamlValue::bilingual)
            .filter(name -> !name.en().isEmpty() && !name.zhCn().isEmpty())
            .ifPresent(name -> names.put(level, name));
      }
      map.close();
    });
    return new Hierarchy(names);
  }

  Optional<OverFlag> overFlag() {
    return root.optional("over-flag").flatMap(YamlValue::map).map(map -> {
      Optional<YamlValue> share = map.required("share");
      BigDecimal above = share.flatMap(value -> value.decimal(0, 1)).orElse(BigDecimal.ONE);
      OverFlag overFlag = new OverFlag(
          above,
          map.required("tier")
              .flatMap(value -> value.word(
                  new Tier[] {Tier.TARGETED, Tier.INTENSIVE},
                  tier -> Integer.toString(tier.number())))
              .orElse(Tier.TARGETED),
          map.required("of").map(YamlValue::someOrOne).orElse(List.of()).stream()
              .flatMap(value -> value.word(GROUPS, Hierarchy.Level::word).stream())
              .toList());
      map.close();
      places.put(overFlag, map, map.isSound());
      return overFlag;
    });
  }

  Workflow workflow() {
    Optional<YamlMap> map = root.optional("workflow").flatMap(YamlValue::map);
    if (map.isEmpty()) {
      return Workflow.USUAL;
    }
    Workflow workflow = workflow(map.get());
    map.get().close();
    places.put(workflow, map.get(), map.get().isSound());
    return workflow;
  }

  private Workflow workflow(YamlMap map) {
    List<Gate> gates = new ArrayList<>();
    map.required("gates").flatMap(YamlValue::map).ifPresent(all -> {
      for (int number = 0; number <= Gate.CONFER; number++) {
        int gate = number;
        all.required(Integer.toString(number))
            .flatMap(YamlValue::map)
            .ifPresent(one -> gates.add(gate(gate, one)));
      }
      all.close();
    });
    // A policy that does not say asks for all: an older one is not laxer.
    Set<PreparationStep> preparation = map.optional("preparation")
        .map(value -> value.someOrOne().stream()
            .flatMap(step -> step.word(PreparationStep.values(), PreparationStep::word).stream())
            .collect(Collectors.toSet()))
        .orElse(Workflow.USUAL.preparation());
    List<Workflow.LoweringReason> lowering = new ArrayList<>();
    map.required("lowering")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(one -> {
          Workflow.LoweringReason reason =
              new Workflow.LoweringReason(one.id("id"), one.bilingual("name"));
          one.close();
          places.put(reason, one, one.isSound());
          lowering.add(reason);
        }));
    int checks = map.required("checks-to-close")
        .flatMap(value -> value.integer(0, MOST_CHECKS))
        .orElse(Workflow.FEWEST_CHECKS);
    return new Workflow(gates, preparation, lowering, checks);
  }

  private Gate gate(int number, YamlMap map) {
    Gate gate = new Gate(
        number,
        map.bilingual("name"),
        map.required("owners").map(YamlValue::someOrOne).orElse(List.of()).stream()
            .flatMap(value -> value.word(Role.values(), Role::word).stream())
            .toList());
    map.close();
    places.put(gate, map, map.isSound());
    return gate;
  }

  /** What is not said is denied: a policy without roles lets nobody read a file. */
  RoleMatrix roles() {
    Map<Role, Map<Field, Access>> cells = new EnumMap<>(Role.class);
    root.optional("roles").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Role role : Role.values()) {
        map.optional(role.word())
            .flatMap(YamlValue::map)
            .ifPresent(fields -> cells.put(role, accesses(fields)));
      }
      map.close();
    });
    return new RoleMatrix(cells);
  }

  private static Map<Field, Access> accesses(YamlMap map) {
    Map<Field, Access> accesses = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      Access[] possible =
          Stream.concat(Stream.of(Access.NONE), field.accesses().stream()).toArray(Access[]::new);
      map.optional(field.word())
          .flatMap(value -> value.word(possible, Access::word))
          .ifPresent(access -> accesses.put(field, access));
    }
    map.close();
    return accesses;
  }

  /** Cells of fewer students are not shown outside the school: ten, or as in the school, if the policy does not say. */
  int suppressBelowOutside(int inside) {
    Optional<YamlValue> value = root.optional("suppress-below-outside");
    return value.flatMap(number -> number.integer(1, 1000)).orElse(Math.max(USUAL_OUTSIDE, inside));
  }
}
