package dev.entente.durable.schedule;

import java.time.LocalDate;

/// The days that a cron admits. Immutable.
record CronDays(CronField daysOfMonth, CronField months, CronField daysOfWeek) {
  private static final int DAYS_A_WEEK = 7;

  boolean admits(LocalDate date) {
    return months.admits(date.getMonthValue()) && admitsDay(date);
  }

  private boolean admitsDay(LocalDate date) {
    boolean ofMonth = daysOfMonth.admits(date.getDayOfMonth());
    boolean ofWeek = daysOfWeek.admits(date.getDayOfWeek().getValue() % DAYS_A_WEEK);
    boolean bothRestrict = !daysOfMonth.isAny() && !daysOfWeek.isAny();
    return bothRestrict ? ofMonth || ofWeek : ofMonth && ofWeek;
  }
}
