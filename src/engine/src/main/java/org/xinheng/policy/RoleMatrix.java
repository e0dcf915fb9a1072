package org.xinheng.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What each role may read of students. Whatever is not said is denied.
 *
 * @param cells by role and field; no cell is {@link Access#NONE}
 */
public record RoleMatrix(Map<Role, Map<Field, Access>> cells) {

  /** Nobody reads anything. */
  public static final RoleMatrix NONE = new RoleMatrix(Map.of());

  private static final Set<Field> OF_A_FILE =
      Set.of(Field.SCORES, Field.TIER, Field.ALERT, Field.OBSERVATIONS, Field.PLAN);

  public RoleMatrix {
    Map<Role, Map<Field, Access>> copy = new EnumMap<>(Role.class);
    cells.forEach((role, fields) -> {
      Map<Field, Access> granted = new EnumMap<>(Field.class);
      fields.forEach((field, access) -> {
        if (access != Access.NONE) {
          requirePossible(field, access);
          granted.put(field, access);
        }
      });
      copy.put(role, Collections.unmodifiableMap(granted));
    });
    cells = Collections.unmodifiableMap(copy);
  }

  private static void requirePossible(Field field, Access access) {
    if (!field.accesses().contains(access)) {
      throw new IllegalArgumentException(
          "'" + field.word() + "' cannot be read as '" + access.word() + "'");
    }
  }

  /** How a role reads a field. */
  public Access access(Role role, Field field) {
    return cells.getOrDefault(role, Map.of()).getOrDefault(field, Access.NONE);
  }

  /** Whether a role reads everything that the file of one student holds. */
  public boolean readsWholeFiles(Role role) {
    return OF_A_FILE.stream().allMatch(field -> access(role, field) == Access.ALL);
  }

  /** Whether a role reads of students without learning who they are. */
  public boolean isPseudonymised(Role role) {
    return cells.getOrDefault(role, Map.of()).containsValue(Access.PSEUDONYMISED);
  }
}
