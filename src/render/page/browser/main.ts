import { offerCopying } from './copying.js'
import { drawCharts } from './drawing.js'
import { openForPrint } from './printing.js'

offerCopying()
openForPrint()
drawCharts()
