import { openStudy } from 'wardstick/study'

const aspley = await openStudy('aspley')

export default aspley.chart('culture-councils')
