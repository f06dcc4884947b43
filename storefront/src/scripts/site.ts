import './cart-count.ts'
import './forms.ts'
import './menus.ts'
import './theme.ts'
