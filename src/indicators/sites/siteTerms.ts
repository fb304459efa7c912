import type { Noun } from '../../model/indicator.js'
import type { IsoDate } from '../../model/period.js'
import type { AmenityMeasureId, SiteAspect } from './siteMeasures.js'

/** A share of residents near a site, by which a kind of sites is judged to be near. */
export type NearMeasureId = 'share-1km' | 'share-2km' | 'share-4km'

/** What sites of a kind are called. */
export interface SiteWords {
  /** The kind in a word: `pools`. */
  readonly short: string
  /** The head of a table: `Public pools`. */
  readonly title: string
  /** What people say: `public pool`, `public pools`. */
  readonly plain: Noun
  /** What is counted, in full: `static public library`, `static public libraries`. */
  readonly full: Noun
  /** One place with what may be several: `site of public pools`, `sites of public pools`. */
  readonly site: Noun
  /** What they are known from: `register of public pools`, `lists of libraries`. */
  readonly register: string
  /** One that residents are near, with its article: `an open library`. */
  readonly near: string
  /** The same in the title of a chart for England: `an open public library`. */
  readonly nearInFull: string
}

/** What is declared of a kind of sites: what they are called, counted in and measured by. */
export interface SiteTerms {
  /** First part of the ids of its figures and findings: lower-case letters, digits and hyphens. */
  readonly id: string
  readonly words: SiteWords
  /** What open sites are counted in: sites, or libraries where a site is one. */
  readonly counted: Noun
  /** What one site may have several of, and its unit; null where a site counts once. */
  readonly unit: Noun | null
  /** What it tells beside where the sites are and when they were open. */
  readonly aspects: readonly SiteAspect[]
  /** By which share of residents it is near. */
  readonly near: NearMeasureId
  /** Measures of which the change of a ward is compared with that of wards like it. */
  readonly compared: readonly AmenityMeasureId[]
  /** Those of them that have a chart, and those of which the finding tells. */
  readonly charted: readonly AmenityMeasureId[]
  readonly told: readonly AmenityMeasureId[]
  /** Titles and rules of measures where they are its own. */
  readonly texts: Readonly<Partial<Record<AmenityMeasureId, { readonly title: string; readonly method: string }>>>
  /** The first and the last day on which its stock is counted. */
  readonly days: { readonly first: IsoDate; readonly last: IsoDate }
  /** The days on which the profile of a ward counts it. */
  readonly profileDays: readonly IsoDate[]
  /** The first day from which it is known who runs a site; null where it never is, or always was. */
  readonly transfersFrom: IsoDate | null
  /** Whether openings are printed with their dates, or as the year in which the site was built. */
  readonly opensBy: 'date' | 'year built'
  /** Whether its rows name the sites; where they do not, a study file may. */
  readonly hasNames: boolean
  /** Whether a site is of a council by the ward in which it stands, or by the authority that its list prints. */
  readonly belongsBy: 'ward' | 'authority'
  /** Whether of some sites the place may be unknown. */
  readonly mayLackPlace: boolean
  /** Whether what became of its stock is told of the council and England, or of England as a whole. */
  readonly wider: 'council' | 'england'
  /** Id of the finding of what became of its stock: `libraries-wider`. */
  readonly widerFinding: `${string}-${'wider' | 'england'}`
  /** What a reader of its charts must know: of the history of sites, and of the open stock. */
  readonly notes: { readonly timeline: readonly string[]; readonly stock: readonly string[] }
  /** The datasets that its figures are from, and whose they are, for those who quote them. */
  readonly source: string
  readonly publisher: string
  /** The licence of those figures; null where none is known. */
  readonly licence: string | null
}

/** How far the near measure of a kind of sites reaches, in metres. */
export const nearMetres = ({ near }: Pick<SiteTerms, 'near'>): number => Number(near.slice(6, -2)) * 1000
