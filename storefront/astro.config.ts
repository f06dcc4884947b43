import node from '@astrojs/node'
import tailwind from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { serviceWorker } from './src/integrations/service-worker.ts'

// Scripts and styles stay in files of their own (nothing inline), so that pages work under a strict content security policy and phones keep them.
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware', bodySizeLimit: 256 * 1024 }),
  session: false,
  integrations: [serviceWorker()],
  // The server in front checks the Origin of everything it receives, once.
  security: { checkOrigin: false },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwind()],
    build: { assetsInlineLimit: 0 },
  },
})
