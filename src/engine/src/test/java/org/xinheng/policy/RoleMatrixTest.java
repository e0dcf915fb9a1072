package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;

/** Who reads what. The rows are the matrix of roles and fields of the requirements (section 6), cell by cell. */
class RoleMatrixTest {

  private static final List<Field> COLUMNS = List.of(
      Field.COMPLETION,
      Field.ANSWERS,
      Field.SCORES,
      Field.TIER,
      Field.ALERT,
      Field.OBSERVATIONS,
      Field.PLAN,
      Field.AGGREGATES);

  private static final String ROWS = """
      pupil              own    on-request    released      none          told      none    released none
      guardian           own    on-request    released      none          told      none    released none
      class-teacher      own    none          none          support       own       own     tasks    class
      subject-teacher    none   none          none          none          tasks     own     tasks    none
      psychology-monitor none   none          none          none          none      writes  none     none
      grade-lead         counts none          none          on-case       on-case   none    none     grade
      psychology-teacher all    all           all           all           all       all     all      school
      principal          counts none          none          intensive     all       none    summary  school
      district-office    counts none          none          escalated     escalated none    none     outside
      clinician          none   none          package       package       package   package package  none
      researcher         none   pseudonymised pseudonymised pseudonymised none      none    none     outside
      administrator      counts none          none          none          none      none    none     none
      auditor            none   none          none          none          none      none    none     logs
      """;

  @Test
  void everyShippedPolicyHasEveryCellOfTheMatrix() throws IOException {
    for (String id : InstrumentLibrary.shipped().ids(Kind.POLICY)) {
      RoleMatrix matrix = InstrumentLibrary.shipped().policy(id).roles();
      List<String> found = new ArrayList<>();
      for (Role role : Role.values()) {
        found.add(role.word() + " "
            + COLUMNS.stream()
                .map(field -> matrix.access(role, field).word())
                .collect(Collectors.joining(" ")));
      }
      List<String> expected = ROWS.lines().map(row -> row.replaceAll(" +", " ")).toList();
      assertThat(found).as(id).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void whatIsNotSaidIsDenied() {
    for (Role role : Role.values()) {
      assertThat(COLUMNS).allMatch(field -> RoleMatrix.NONE.access(role, field) == Access.NONE);
      assertThat(RoleMatrix.NONE.readsWholeFiles(role)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"answers, support", "aggregates, all", "completion, released", "scores, own"})
  void refusesWhatAFieldCannotBeReadAs(String field, String access) {
    Field of = Field.of(field).orElseThrow();
    Access as = Arrays.stream(Access.values())
        .filter(each -> each.word().equals(access))
        .findFirst()
        .orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RoleMatrix(Map.of(Role.PUPIL, Map.of(of, as))))
        .withMessage("'" + field + "' cannot be read as '" + access + "'");
  }
}
