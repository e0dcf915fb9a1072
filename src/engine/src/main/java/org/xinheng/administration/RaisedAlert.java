package org.xinheng.administration;

import java.time.Instant;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;

/**
 * Answers that call for somebody were given. It stands from that moment on, whatever becomes of the session, and also if the
 * answer is changed afterwards.
 *
 * @param questionnaire its id
 * @param critical the id of the critical item
 * @param alert how fast somebody must act; {@link Alert#NONE} lists it for a conversation
 * @param topic what it is about
 * @param at when the answer was given
 */
public record RaisedAlert(
    String questionnaire, String critical, Alert alert, Text topic, Instant at) {}
