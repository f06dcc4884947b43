/** The time zone in which the platform counts days and tells the time to staff. */
export const siteZone = 'Africa/Dar_es_Salaam'
