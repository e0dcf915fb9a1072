package org.xinheng.exchange;

import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.scoring.ResponseTable;

/** Some rows of a {@link ResponseFile}, in file order. Rows are counted from 0 in each batch. */
public final class ResponseBatch {

  private final List<TableRow> rows;
  private final List<Integer> ownFields;
  private final List<ResponseTable> tables;
  private final List<Person> people;
  private final List<List<RowFault>> faults;

  ResponseBatch(
      List<TableRow> rows,
      List<Integer> ownFields,
      List<ResponseTable> tables,
      List<Person> people,
      List<List<RowFault>> faults) {
    this.rows = rows;
    this.ownFields = ownFields;
    this.tables = List.copyOf(tables);
    this.people = people;
    this.faults = faults;
  }

  public int rows() {
    return rows.size();
  }

  /** The answers, one table a questionnaire in the order in which they were asked for. */
  public List<ResponseTable> tables() {
    return tables;
  }

  /** The line of the file in which a row begins. */
  public long line(int row) {
    return rows.get(row).line();
  }

  public Person person(int row) {
    return people.get(row);
  }

  /** The cell of a column that is no item, numbered as in {@link ResponseFile#ownColumns}, as it stands in the file. */
  public String ownCell(int row, int column) {
    List<String> cells = rows.get(row).cells();
    int field = ownFields.get(column);
    return field < cells.size() ? cells.get(field) : "";
  }

  /** What is wrong with a row; nothing if it is as it should be. */
  public List<RowFault> faults(int row) {
    return faults.get(row);
  }

  void addFault(int row, RowFault fault) {
    faults.get(row).add(fault);
  }

  /** All that is wrong with a row in one text; empty if nothing is. */
  public String reason(int row) {
    return faults.get(row).stream().map(RowFault::message).collect(Collectors.joining("; "));
  }
}
