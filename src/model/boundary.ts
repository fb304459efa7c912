/** Longitude and latitude in degrees of WGS84, in this order. */
export type Position = readonly [longitude: number, latitude: number]

/** A closed line: its last position repeats its first. */
export type Ring = readonly Position[]

/** A polygon: its outer ring, then the rings of its holes. */
export interface PolygonGeometry {
  readonly type: 'Polygon'
  readonly coordinates: readonly Ring[]
}

/** Several polygons, each with an outer ring and its holes. */
export interface MultiPolygonGeometry {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly Ring[])[]
}

/** What a boundary says of its ward. */
export interface WardProperties {
  readonly ward_code: string
  readonly ward_name: string
  readonly district_code: string
}

/** The boundary of a ward as a GeoJSON feature. */
export interface WardFeature {
  readonly type: 'Feature'
  readonly properties: WardProperties
  readonly geometry: PolygonGeometry | MultiPolygonGeometry
}

/** A ward in a topology: a polygon by the numbers of its arcs, `~n` for arc n read backwards. */
export type WardTopologyGeometry =
  | { readonly type: 'Polygon'; readonly arcs: readonly (readonly number[])[]; readonly properties: WardProperties }
  | {
      readonly type: 'MultiPolygon'
      readonly arcs: readonly (readonly (readonly number[])[])[]
      readonly properties: WardProperties
    }

/**
 * Wards as TopoJSON: borders that two wards share stand in it once; positions are whole numbers, placed by `transform`.
 */
export interface WardTopology {
  readonly type: 'Topology'
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly objects: {
    readonly wards: { readonly type: 'GeometryCollection'; readonly geometries: readonly WardTopologyGeometry[] }
  }
}

/** The boundaries as published: one topology a district, by the district's code. */
export type WardTopologies = Readonly<Record<string, WardTopology>>
