package org.xinheng.instrument;

/**
 * Where a fact comes from.
 *
 * @param id the name by which a definition refers to it
 * @param citation authors, year, title or site
 * @param link DOI, page or repository path; may be empty
 */
public record Source(String id, String citation, String link) {}
