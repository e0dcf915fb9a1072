package org.xinheng.exchange;

import java.util.Map;
import java.util.Optional;
import org.xinheng.screening.EvidenceSource;

/** The words by which tables say who or what evidence comes from, in either language. */
final class SourceWords {

  private static final Map<String, EvidenceSource> ZH_CN = Map.ofEntries(
      Map.entry("学生", EvidenceSource.SELF),
      Map.entry("本人", EvidenceSource.SELF),
      Map.entry("学生本人", EvidenceSource.SELF),
      Map.entry("班主任", EvidenceSource.CLASS_TEACHER),
      Map.entry("任课教师", EvidenceSource.SUBJECT_TEACHER),
      Map.entry("学科教师", EvidenceSource.SUBJECT_TEACHER),
      Map.entry("生管", EvidenceSource.DORMITORY),
      Map.entry("宿管", EvidenceSource.DORMITORY),
      Map.entry("监护人", EvidenceSource.GUARDIAN),
      Map.entry("家长", EvidenceSource.GUARDIAN),
      Map.entry("同学", EvidenceSource.PEER),
      Map.entry("心理委员", EvidenceSource.PEER),
      Map.entry("心理教师", EvidenceSource.PSYCHOLOGY_TEACHER),
      Map.entry("登记表", EvidenceSource.REGISTER),
      Map.entry("学生档案", EvidenceSource.CASE_FILE));

  private SourceWords() {}

  static Reading<EvidenceSource> read(String cell) {
    String plain = Cell.plain(cell);
    if (plain.isEmpty()) {
      return Reading.blank();
    }
    Optional<EvidenceSource> source =
        EvidenceSource.of(plain.replace('_', '-')).or(() -> Optional.ofNullable(ZH_CN.get(plain)));
    return source.map(Reading::of).orElse(Reading.unreadable());
  }
}
