import { describe, expect, it } from 'vitest'
import { Provenances } from '../../src/panel/provenances.js'

const made = () => {
  const provenances = new Provenances()
  return {
    provenances,
    spent: provenances.of({ status: 'observed', basis: 'outturn', notes: ['uncertified-return'] }),
    people: provenances.of({ status: 'modelled', notes: ['population-interpolated', 'uncertified-return'] }),
  }
}

describe('how figures came to be known', () => {
  it('is one object for one status, basis and notes, and several otherwise', () => {
    const { provenances, spent } = made()
    expect(provenances.of({ status: 'observed', basis: 'outturn', notes: ['uncertified-return'] })).toBe(spent)
    expect(provenances.of({ status: 'observed', basis: 'budget', notes: ['uncertified-return'] })).not.toBe(spent)
    expect(provenances.of({ status: 'observed', notes: ['uncertified-return'] })).not.toBe(spent)
    expect(provenances.of({ status: 'observed', basis: 'outturn', notes: [] })).not.toBe(spent)
    expect(provenances.of({ status: 'partial', basis: 'outturn', notes: ['uncertified-return'] })).not.toBe(spent)
    const two = provenances.of({ status: 'missing', notes: ['not-returned', 'council-ended'] })
    expect(provenances.of({ status: 'missing', notes: ['not-returned'] })).not.toBe(two)
  })

  it('of two together has the weaker status, the basis of the first, and the notes of both once', () => {
    const { provenances, spent, people } = made()
    const both = provenances.together(spent, people)
    expect(both).toEqual({
      status: 'modelled',
      basis: 'outturn',
      notes: ['uncertified-return', 'population-interpolated'],
    })
    expect(provenances.together(spent, people)).toBe(both)
    expect(provenances.together(people, spent)).toMatchObject({ status: 'modelled', basis: undefined })
    expect(provenances.together(spent, spent)).toBe(spent)
  })

  it('without a number is missing, and stays suppressed', () => {
    const { provenances, spent } = made()
    expect(provenances.unknown(spent)).toEqual({ status: 'missing', basis: 'outturn', notes: ['uncertified-return'] })
    expect(provenances.unknown(provenances.of({ status: 'suppressed', notes: [] })).status).toBe('suppressed')
  })

  it('takes a note once, in the place of another where one is named', () => {
    const { provenances, spent } = made()
    const noted = provenances.noted(spent, 'one-tier-alone')
    expect(noted.notes).toEqual(['uncertified-return', 'one-tier-alone'])
    expect(provenances.noted(noted, 'one-tier-alone').notes).toEqual(['uncertified-return', 'one-tier-alone'])
    expect(provenances.noted(noted, 'both-tiers-added', 'one-tier-alone').notes).toEqual([
      'uncertified-return',
      'both-tiers-added',
    ])
    expect(provenances.noted(noted, 'both-tiers-added').notes).toHaveLength(3)
    expect(spent.notes).toEqual(['uncertified-return'])
  })
})

describe('whose figure it is', () => {
  it('leaves status and notes to an owner, and weakens them for a ward that inherits', () => {
    const { provenances, spent, people } = made()
    expect(provenances.owned(spent, 'council')).toEqual({
      status: 'observed',
      owner: 'council',
      basis: 'outturn',
      notes: ['uncertified-return'],
    })
    expect(provenances.owned(spent, 'council', true)).toEqual({
      status: 'inherited',
      owner: 'council',
      basis: 'outturn',
      notes: ['uncertified-return', 'council-figure-for-ward'],
    })
    expect(provenances.owned(people, 'group', true)).toMatchObject({ status: 'modelled', owner: 'group' })
    expect(provenances.owned(people, 'group')).not.toHaveProperty('basis')
    expect(provenances.owned(spent, 'council')).toBe(provenances.owned(spent, 'council', false))
    expect(provenances.owned(spent, 'council')).not.toBe(provenances.owned(spent, 'country'))
  })

  it('is not comparable where negative amounts were dropped', () => {
    const { provenances, spent } = made()
    const derived = provenances.of({ status: 'observed', basis: 'derived-positive-only', notes: [] })
    expect(provenances.owned(derived, 'council').comparable).toBe(false)
    expect(provenances.owned(spent, 'council')).not.toHaveProperty('comparable')
  })
})
