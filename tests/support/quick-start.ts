import { quickImports } from '../../platform/server/quick-imports.ts'

// Every file of the tests loads the platform anew.
quickImports()
