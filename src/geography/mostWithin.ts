import type { Point } from '../model/ward.js'
import { metresADegree } from './distance.js'

/** Residents at a point. */
export interface PeopleAt {
  readonly point: Point
  readonly people: number
}

interface Flat {
  readonly x: number
  readonly y: number
  readonly people: number
}

/** A little more than nothing, so that rounding leaves no point outside that lies at the very distance. */
const SLACK = 1.0001

/**
 * The most residents that one circle of a radius can hold, wherever it stands: how many a site of unknown place can be
 * near to at once.
 *
 * A best circle has a point on its rim: the circles through each point are turned around it, and those that enter and
 * leave are counted. On a plane, which over a few kilometres is right to a metre.
 *
 * @param homes where residents live.
 * @param metres the radius.
 */
export function mostWithin(homes: readonly PeopleAt[], metres: number): number {
  const [first] = homes
  if (first === undefined) return 0
  const radius = metres * SLACK
  const { north, east } = metresADegree(first.point.latitude)
  const flat = homes.map(({ point, people }) => ({
    x: point.longitude * east,
    y: point.latitude * north,
    people,
  }))
  return oneCircleHoldsAll(flat, radius)
    ? flat.reduce((sum, { people }) => sum + people, 0)
    : Math.max(...flat.map((home) => mostAround(home, flat, radius)))
}

/** Whether the circle around the middle of the box of some points holds all of them. */
function oneCircleHoldsAll(points: readonly Flat[], radius: number): boolean {
  const middleOf = (numbers: readonly number[]): number => (Math.min(...numbers) + Math.max(...numbers)) / 2
  const [x, y] = [middleOf(points.map((point) => point.x)), middleOf(points.map((point) => point.y))]
  return points.every((point) => Math.hypot(point.x - x, point.y - y) <= radius)
}

/** The most residents in a circle with one home on its rim. */
function mostAround(home: Flat, all: readonly Flat[], radius: number): number {
  let always = 0
  const turns: { readonly angle: number; readonly people: number }[] = []
  for (const other of all) {
    const [dx, dy] = [other.x - home.x, other.y - home.y]
    const apart = Math.hypot(dx, dy)
    if (apart === 0) always += other.people
    else if (apart <= 2 * radius) {
      const [towards, half] = [Math.atan2(dy, dx), Math.acos(apart / (2 * radius))]
      const [enters, leaves] = [towards - half, towards + half]
      turns.push({ angle: turned(enters), people: other.people }, { angle: turned(leaves), people: -other.people })
      if (turned(leaves) < turned(enters)) always += other.people
    }
  }
  turns.sort((a, b) => a.angle - b.angle || b.people - a.people)
  let [held, most] = [always, always]
  for (const { people } of turns) {
    held += people
    most = Math.max(most, held)
  }
  return most
}

/** An angle between 0 and a whole turn. */
const turned = (angle: number): number => (angle + 2 * Math.PI) % (2 * Math.PI)
