import type { TableCoverage } from '../model/coverage.js'

/**
 * What the built-in tables cover, by dataset and table; written by `npm run data:build`, as in their descriptors.
 */
export const COVERAGE = {
  councils: {
    councils: {
      places: {
        e_code: 409,
      },
      columns: {
        start_date: {
          from: '2009-04-01',
          to: '2023-04-01',
        },
        end_date: {
          from: '2009-04-01',
          to: '2023-04-01',
        },
      },
    },
    aliases: {
      columns: {
        start_date: {
          from: '2012-04-01',
          to: '2025-04-01',
        },
        end_date: {
          from: '2012-04-01',
          to: '2025-04-01',
        },
      },
    },
    successions: {
      columns: {
        date: {
          from: '2009-04-01',
          to: '2023-04-01',
        },
      },
    },
  },
  'council-spending': {
    outturn: {
      time: {
        column: 'financial_year',
        from: '2007-08',
        to: '2023-24',
      },
      places: {
        e_code: 409,
      },
      columns: {
        certified: {
          from: '2022-23',
          to: '2023-24',
        },
        children_social_care: {
          from: '2011-12',
          to: '2023-24',
        },
        adult_social_care: {
          from: '2011-12',
          to: '2023-24',
        },
        public_health: {
          from: '2013-14',
          to: '2023-24',
        },
        court: {
          from: '2007-08',
          to: '2008-09',
        },
        total_service_expenditure: {
          from: '2007-08',
          to: '2023-24',
          periods: [
            '2007-08',
            '2008-09',
            '2009-10',
            '2010-11',
            '2011-12',
            '2012-13',
            '2013-14',
            '2014-15',
            '2015-16',
            '2016-17',
            '2017-18',
            '2021-22',
            '2022-23',
            '2023-24',
          ],
        },
      },
    },
    totals: {
      time: {
        column: 'financial_year',
        from: '2007-08',
        to: '2023-24',
        periods: [
          '2007-08',
          '2008-09',
          '2009-10',
          '2010-11',
          '2011-12',
          '2012-13',
          '2013-14',
          '2014-15',
          '2015-16',
          '2016-17',
          '2017-18',
          '2021-22',
          '2022-23',
          '2023-24',
        ],
      },
      columns: {
        children_social_care: {
          from: '2011-12',
          to: '2023-24',
          periods: [
            '2011-12',
            '2012-13',
            '2013-14',
            '2014-15',
            '2015-16',
            '2016-17',
            '2017-18',
            '2021-22',
            '2022-23',
            '2023-24',
          ],
        },
        adult_social_care: {
          from: '2011-12',
          to: '2023-24',
          periods: [
            '2011-12',
            '2012-13',
            '2013-14',
            '2014-15',
            '2015-16',
            '2016-17',
            '2017-18',
            '2021-22',
            '2022-23',
            '2023-24',
          ],
        },
        public_health: {
          from: '2013-14',
          to: '2023-24',
          periods: ['2013-14', '2014-15', '2015-16', '2016-17', '2017-18', '2021-22', '2022-23', '2023-24'],
        },
        court: {
          from: '2007-08',
          to: '2008-09',
        },
      },
    },
  },
  'council-budgets': {
    budgets: {
      time: {
        column: 'financial_year',
        from: '2010-11',
        to: '2023-24',
        periods: [
          '2010-11',
          '2011-12',
          '2012-13',
          '2013-14',
          '2014-15',
          '2015-16',
          '2016-17',
          '2017-18',
          '2018-19',
          '2019-20',
          '2021-22',
          '2023-24',
        ],
      },
      places: {
        e_code: 365,
      },
      columns: {
        children_social_care: {
          from: '2012-13',
          to: '2023-24',
          periods: [
            '2012-13',
            '2013-14',
            '2014-15',
            '2015-16',
            '2016-17',
            '2017-18',
            '2018-19',
            '2019-20',
            '2021-22',
            '2023-24',
          ],
        },
        sure_start: {
          from: '2014-15',
          to: '2023-24',
          periods: ['2014-15', '2015-16', '2016-17', '2017-18', '2018-19', '2019-20', '2021-22', '2023-24'],
        },
        young_people: {
          from: '2011-12',
          to: '2023-24',
          periods: [
            '2011-12',
            '2012-13',
            '2013-14',
            '2014-15',
            '2015-16',
            '2016-17',
            '2017-18',
            '2018-19',
            '2019-20',
            '2021-22',
            '2023-24',
          ],
        },
      },
    },
    totals: {
      time: {
        column: 'financial_year',
        from: '2010-11',
        to: '2023-24',
        periods: [
          '2010-11',
          '2011-12',
          '2012-13',
          '2013-14',
          '2014-15',
          '2015-16',
          '2016-17',
          '2017-18',
          '2018-19',
          '2019-20',
          '2021-22',
          '2023-24',
        ],
      },
      columns: {
        children_social_care: {
          from: '2012-13',
          to: '2023-24',
          periods: [
            '2012-13',
            '2013-14',
            '2014-15',
            '2015-16',
            '2016-17',
            '2017-18',
            '2018-19',
            '2019-20',
            '2021-22',
            '2023-24',
          ],
        },
        sure_start: {
          from: '2014-15',
          to: '2023-24',
          periods: ['2014-15', '2015-16', '2016-17', '2017-18', '2018-19', '2019-20', '2021-22', '2023-24'],
        },
        young_people: {
          from: '2011-12',
          to: '2023-24',
          periods: [
            '2011-12',
            '2012-13',
            '2013-14',
            '2014-15',
            '2015-16',
            '2016-17',
            '2017-18',
            '2018-19',
            '2019-20',
            '2021-22',
            '2023-24',
          ],
        },
      },
    },
  },
  deflators: {
    'gdp-deflator': {
      time: {
        column: 'financial_year',
        from: '1956-57',
        to: '2023-24',
      },
    },
  },
  'council-populations': {
    populations: {
      time: {
        column: 'year',
        from: 2001,
        to: 2024,
      },
      places: {
        e_code: 366,
      },
    },
  },
  wards: {
    wards: {
      places: {
        ward_code: 7681,
        district_code: 326,
      },
    },
    'ward-populations': {
      time: {
        column: 'year',
        from: 2015,
        to: 2022,
        periods: [2015, 2017, 2020, 2022],
      },
      places: {
        ward_code: 7651,
      },
      columns: {
        aged_0_15: {
          from: 2015,
          to: 2020,
          periods: [2015, 2017, 2020],
        },
        aged_16_59: {
          from: 2015,
          to: 2020,
          periods: [2015, 2017, 2020],
        },
        aged_60_plus: {
          from: 2015,
          to: 2020,
          periods: [2015, 2017, 2020],
        },
      },
    },
    'ward-deprivation': {
      time: {
        column: 'edition',
        from: 2004,
        to: 2019,
        periods: [2004, 2007, 2010, 2015, 2019],
      },
      places: {
        ward_code: 7651,
      },
      columns: {
        income_share: {
          from: 2010,
          to: 2019,
          periods: [2010, 2019],
        },
        income_rank: {
          from: 2010,
          to: 2019,
          periods: [2010, 2019],
        },
      },
    },
    lsoas: {
      places: {
        lsoa_code: 32844,
        ward_code: 7651,
      },
    },
    'lsoa-populations': {
      places: {
        lsoa_code: 32844,
      },
    },
    'lsoa-deprivation': {
      places: {
        lsoa_code: 32844,
      },
    },
    'lsoa-bridge': {
      places: {
        lsoa_2001: 32482,
        lsoa_2011: 32840,
      },
    },
  },
  crosswalks: {
    'small-areas': {
      places: {
        lsoa_2011: 32844,
        lsoa_2021: 33755,
        ward_2011: 7676,
        ward_2025: 6793,
      },
    },
    'output-areas': {
      places: {
        output_area: 1600,
        lsoa_2011: 294,
        ward_2013: 44,
        ward_2025: 42,
      },
    },
    'wards-without-lsoa': {
      places: {
        ward_code: 23,
      },
    },
    'ward-codes': {
      places: {
        ward_code: 15320,
      },
    },
  },
  'wards-2025': {
    wards: {
      places: {
        ward_code: 6826,
        district_code: 296,
      },
    },
  },
  pools: {
    pools: {
      places: {
        site_id: 4909,
        ward_code: 3333,
      },
      columns: {
        opened_date: {
          from: '1861-05-29',
          to: '2023-06-24',
        },
        closed_date: {
          from: '2000-01-01',
          to: '2024-06-21',
        },
      },
    },
    sites: {
      places: {
        site_id: 4909,
        ward_code: 3333,
      },
    },
  },
  libraries: {
    libraries: {
      places: {
        library_id: 3566,
        authority_code: 153,
        ward_code: 3006,
      },
    },
    places: {
      places: {
        library_id: 3566,
        ward_code: 3024,
      },
      columns: {
        from_earliest: {
          from: '2010-05-01',
          to: '2023-01-01',
        },
        from_latest: {
          from: '2010-05-31',
          to: '2023-12-31',
        },
      },
    },
    events: {
      places: {
        library_id: 1113,
      },
      columns: {
        earliest: {
          from: '2010-01-01',
          to: '2024-01-01',
        },
        latest: {
          from: '2010-05-31',
          to: '2024-12-31',
        },
      },
    },
    editions: {
      time: {
        column: 'edition',
        from: '2016',
        to: '2025',
        periods: ['2016', '2019', '2021', '2022', '2023', '2023-raw', '2025'],
      },
      places: {
        library_id: 3566,
      },
      columns: {
        state: {
          from: '2016',
          to: '2025',
          periods: ['2016', '2019', '2022', '2023', '2023-raw', '2025'],
        },
        operator: {
          from: '2016',
          to: '2025',
          periods: ['2016', '2019', '2022', '2023', '2023-raw', '2025'],
        },
        statutory: {
          from: '2016',
          to: '2025',
          periods: ['2016', '2019', '2022', '2023', '2023-raw', '2025'],
        },
        hours: {
          from: '2016',
          to: '2025',
          periods: ['2016', '2019', '2022', '2023', '2023-raw', '2025'],
        },
        staffed_hours: {
          from: '2016',
          to: '2025',
          periods: ['2016', '2019', '2022', '2023', '2023-raw', '2025'],
        },
      },
    },
    identity: {
      places: {
        library_id: 682,
      },
    },
  },
  'voluntary-provision': {
    provision: {
      time: {
        column: 'financial_year',
        from: '2008-09',
        to: '2013-14',
      },
      places: {
        e_code: 159,
      },
      columns: {
        own: {
          from: '2009-10',
          to: '2013-14',
        },
        other_public: {
          from: '2009-10',
          to: '2013-14',
        },
      },
    },
    totals: {
      time: {
        column: 'financial_year',
        from: '2008-09',
        to: '2013-14',
      },
      columns: {
        own: {
          from: '2009-10',
          to: '2013-14',
        },
        other_public: {
          from: '2009-10',
          to: '2013-14',
        },
      },
    },
  },
  'sports-halls': {
    halls: {
      columns: {
        opened_date: {
          from: '1913-05-24',
          to: '2024-04-21',
        },
        closed_date: {
          from: '2000-01-01',
          to: '2024-05-10',
        },
      },
    },
  },
  'childrens-centres': {
    centres: {
      columns: {
        opened_date: {
          from: '2001-01-01',
          to: '2025-10-31',
        },
        first_listed: {
          from: '2016-08-04',
          to: '2017-11-09',
        },
        last_listed: {
          from: '2016-08-04',
          to: '2026-08-19',
        },
        first_absent: {
          from: '2016-10-18',
          to: '2026-05-23',
        },
      },
    },
    lists: {
      columns: {
        list_date: {
          from: '2016-08-04',
          to: '2026-08-19',
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, TableCoverage>>>>
